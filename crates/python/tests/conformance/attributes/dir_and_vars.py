class Base:
    b = 1
class C(Base):
    c = 2
    def __init__(self): self.i = 3


x = C()
print([n for n in dir(x) if not n.startswith("__")], [n for n in dir(C) if not n.startswith("__")], vars(x))


class D:
    def __dir__(self): return ["z", "a", "m"]


print(dir(D()))


class E:
    def __dir__(self): return 5


for attempt in (lambda: dir(E()), lambda: vars(1), lambda: vars(1, 2), lambda: dir(1, 2)):
    try:
        attempt()
    except TypeError as e:
        print(e)
def f():
    a, b = 1, 2
    return dir(), vars()
print(f())
print("append" in dir([]), "__add__" in dir(1), "real" in dir(1), dir(None)[:3])
