class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass


print([c.__name__ for c in F.__mro__], [c.__name__ for c in F.mro()])
for bases in ((A, D), (O, A), (A, A)):
    try:
        type("X", bases, {})
    except TypeError as e:
        print(e)


class X(A, B): pass
class Y(B, A): pass


try:
    class Z(X, Y): pass
except TypeError as e:
    print(e)
print(F.__bases__, F.__base__)
A.where = "A"
C.where = "C"
print(F().where, E().where)
F.__bases__ = (E,)
print([c.__name__ for c in F.__mro__], F.where)
