# What an instance holds goes in the order of its slots, the class's own before those of its bases, the dict last.
class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name)


class Base:
    __slots__ = ("b", "a", "__dict__")


class Derived(Base):
    __slots__ = ("d", "c")


thing = Derived()
for name in "xbdyca":
    setattr(thing, name, Part(name))
del thing
print("end")
