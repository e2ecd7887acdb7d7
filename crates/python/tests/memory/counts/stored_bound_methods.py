# A stored bound method holds self; a call through the object makes none.
import sys


class Thing:
    def count(self):
        return sys.getrefcount(self)


thing = Thing()
stored = thing.count
print(thing.count(), stored(), sys.getrefcount(thing), sys.getrefcount(stored), sys.getrefcount(stored.__func__))


def inside():
    own = Thing()
    kept = own.count
    return own.count(), kept(), sys.getrefcount(own), sys.getrefcount(kept)


print(inside(), inside())
methods = [thing.count, thing.count]
print(methods[0] is methods[1], methods[0] == methods[1], sys.getrefcount(thing))
print([method() for method in methods], (lambda: stored())())
