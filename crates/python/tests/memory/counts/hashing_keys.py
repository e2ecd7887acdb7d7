import sys
class K:
    def __hash__(self):
        print(sys.getrefcount(self))
        return 1
def store(d, key):
    d[key] = 1
def display(key):
    return {key: 1}, {key}, {key, 2}
d = {}
for i in range(3):
    store(d, K())
d.setdefault(K())
display(K())
{k: 1 for k in [K()]}, {k for k in [K()]}
dict([(K(), 1)]), dict.fromkeys([K()])
set([K()]).add(K())
K() in {1: 2}, {1: 2}.get(K()), {1: 2}.pop(K(), 3)
