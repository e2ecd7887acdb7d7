# The first collection of an older generation meets the namespace after what it names; later ones meet it before.
import gc


class Jar:
    def __init__(self, name):
        self.name = name


def order():
    found = [o.name for o in gc.get_objects() if type(o) is Jar]
    print(found)


gc.disable()
a = Jar("a")
b = Jar("b")
a = Jar("c")
order()
gc.collect(0)
order()
d = Jar("d")
e = Jar("e")
d = Jar("f")
gc.collect(1)
order()
g = Jar("g")
h = Jar("h")
g = Jar("i")
gc.collect()
order()
