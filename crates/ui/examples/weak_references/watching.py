# A weak reference watches without holding.
import weakref


class Kite:
    def __init__(self, colour):
        self.colour = colour


def landed(watcher):
    print("the kite is down")


kite = Kite("green")
eye = weakref.ref(kite, landed)
print("it flies:", eye().colour)
print("watchers:", weakref.getweakrefcount(kite))
kite = None
print("what the eye sees now:", eye())
