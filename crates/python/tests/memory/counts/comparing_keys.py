import sys
class K:
    def __eq__(self, other):
        print(sys.getrefcount(self), sys.getrefcount(other))
        return False
    def __hash__(self):
        return 1
def keys(x, y):
    {x: 1, y: 2}, {x: 1}.get(y), {x: 1}.setdefault(y)
def items(x, y):
    {x, y}, {x}.add(y), {x}.discard(y), y in {x}
    {x} | {y}, {x} & {y}, {x} - {y}, {x} ^ {y}, {x} == {y}
keys(K(), K())
items(K(), K())
x, y = K(), K()
keys(x, y)
items(x, y)
dict.fromkeys({x}), dict.fromkeys({x: 1})
