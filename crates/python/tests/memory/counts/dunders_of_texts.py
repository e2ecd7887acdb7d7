import sys
class K:
    def __repr__(self):
        print(sys.getrefcount(self))
        return ''
    def __format__(self, spec):
        print(sys.getrefcount(self))
        return ''
    __hash__ = __sizeof__ = __round__ = lambda self: print(sys.getrefcount(self)) or 1
    def __reversed__(self):
        print(sys.getrefcount(self))
def texts(x):
    repr(x), f'{x}', f'{x!r}', '%s' % (x,), format(x), repr([x]), repr({1: x})
    hash(x), sys.getsizeof(x), round(x), reversed(x)
for i in range(2):
    texts(K())
