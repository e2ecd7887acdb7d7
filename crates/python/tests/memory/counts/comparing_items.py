import sys
class K:
    def __eq__(self, other):
        print(sys.getrefcount(self), sys.getrefcount(other))
        return False
    __lt__ = __eq__
def sequences(x, y):
    [x].count(y), y in [x], [x] == [y], [x] < [y]
    (x,).count(y), y in (x,), (x,) == (y,), (x,) < (y,)
sequences(K(), K())
x, y = K(), K()
sequences(x, y)
sorted([x, y]), x == y
{1: x} == {1: y}, (1, y) in {1: x}.items()
try: [K()].remove(K())
except ValueError: print('none')
