class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass


try:
    class C(A, B): pass
except TypeError as e:
    print(e)


class M3(M1, M2): pass
class D(A, B, metaclass=M3): pass


print(type(D).__name__)
class E(A, metaclass=type): pass
print(type(E).__name__)


def maker(name, bases, ns, **kw):
    print("maker", name, bases, kw)
    return 42


class F(metaclass=maker, k=1): pass


print(F)
for meta in (5, None, "x"):
    try:
        class G(metaclass=meta): pass
    except TypeError as e:
        print(e)
