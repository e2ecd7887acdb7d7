import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n


a, b, c = A(1), A(2), A(3)
s = weakref.WeakSet([a, b])
s.add(c)
s.add(A(4))
print(len(s), a in s, sorted(x.n for x in s), 5 in s)
del a
print(len(s), sorted(x.n for x in s))
t = weakref.WeakSet([b])
print(t < s, t <= s, s > t, (s - t).pop().n, len(s | t), len(s & t), s.isdisjoint(t), t == weakref.WeakSet([b]))
s.discard(b)
s.remove(c)
try:
    s.remove(c)
except KeyError:
    print('KeyError')
try:
    s.pop()
except KeyError as e:
    print(e)
print(len(s))
