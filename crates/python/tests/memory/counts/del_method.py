from sys import getrefcount as R
class A:
    def __del__(self):
        print(R(self), R(type(self)))
A()
a = A()
del a
def f():
    b = A()
f()
l = [A(), A()]
del l
x = A()
x = A()
x = None
