def append(item, to=[]):
    to.append(item)
    return to


print(append(1), append(2), append(3, []))
print(append.__defaults__)
append.__defaults__ = ([9],)
print(append(1))


def note(n):
    print("default", n)
    return n


def f(a=note(1), *, b=note(2), c: note("annotation") = note(3)):
    return a, b, c


print(f(), f(b=0), f.__kwdefaults__)
f.__kwdefaults__ = None
try:
    f()
except TypeError as e:
    print(e)
