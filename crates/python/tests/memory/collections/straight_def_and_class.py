# Neither def nor class looks whether a collection is due, but a class's body is a call.
import gc

gc.set_threshold(4)
a = [[], [], [], [], []]
def f(x=[]):
    return x
g = lambda: a
b = [f, g]
class A:
    kept = [b]
b = [A]
x = A()
gc.set_threshold(0)
print(len(a))
