import sys


class Person:
    def __init__(self):
        self.name = "n"
        self.address = "a"


def suggest(f):
    try:
        f()
    except (AttributeError, NameError) as e:
        print(type(e).__name__, e, getattr(e, "name", None), getattr(e, "obj", None) is not None)


suggest(lambda: Person().nmae)
suggest(lambda: [].appendd(1))
suggest(lambda: undefined_thing)
suggest(lambda: Person.nmae)
suggest(lambda: (5).foo)
suggest(lambda: sys.nothing_here)
suggest(lambda: "".uper())
suggest(lambda: getattr(Person(), "zzz"))
suggest(lambda: Person().name.foo)
