class A: pass
class B(A): pass
class C(A): pass
for i in range(2):
    try:
        class D(A, B): pass
    except TypeError as error:
        print(error)
class E(B, C): pass
try:
    A.__bases__ = (B,)
except TypeError as error:
    print(error)
