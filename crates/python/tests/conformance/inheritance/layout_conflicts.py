class A(int): pass
class B(str): pass
class S1:
    __slots__ = ("a",)
class S2:
    __slots__ = ("b",)


for bases in ((A, B), (S1, S2), (int, float), (list, dict), (Exception, int), (S1, A)):
    try:
        print(type("X", bases, {}).__mro__[1:3])
    except TypeError as e:
        print(e)


class E: pass
class F:
    __slots__ = ("q",)
try:
    a = A(); a.__class__ = B
except TypeError as e:
    print(e)
for target in (F, int, 5):
    try:
        e = E(); e.__class__ = target
    except TypeError as err:
        print(err)
