import sys
class K:
    def __neg__(self):
        print(sys.getrefcount(self))
        return 1
    __len__ = __index__ = __int__ = __abs__ = __invert__ = __neg__
    def __add__(self, other):
        print(sys.getrefcount(self), sys.getrefcount(other))
        return 1
    __radd__ = __iadd__ = __lt__ = __contains__ = __add__
    def __call__(self, *args, **kwargs):
        print(sys.getrefcount(self))
def operators(x):
    -x, ~x, abs(x), int(x), [1, 2][x], len(x)
    x + [], 1 + x, x < [], [] in x, x(), x([])
for i in range(2):
    operators(K())
k = K()
operators(k)
k += []
