import gc
import weakref


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, self.other.name, [r() is None for r in (one, two, plain)])


a, b = A('a'), A('b')
a.other, b.other = b, a
one = weakref.ref(a, lambda r: print('callback 1', r()))
two = weakref.ref(a, lambda r: print('callback 2', r()))
plain = weakref.ref(b)
del a, b
print(gc.collect(), plain())
