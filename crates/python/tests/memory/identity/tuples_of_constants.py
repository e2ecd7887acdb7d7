import sys
def f():
    pass
def g():
    return 'one', 1.5
class A:
    def method(self): pass
x = (None,)
y = ('one', 1.5)
print(sys.getrefcount(x), sys.getrefcount(y), x is f.__code__.co_consts)
del f, A
print(sys.getrefcount(x))
