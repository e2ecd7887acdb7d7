import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print('hash')
        return self.n

    def __eq__(self, other):
        return self.n == other.n


a, b = A(1), A(1)
r, s = weakref.ref(a), weakref.ref(b)
print(r == s, hash(r), hash(r), r in {r}, s != r)
del a
print(hash(r), r == s, r == r, r != s)
del b
try:
    hash(s)
except TypeError as e:
    print(e)
print(r == s, {r: 1}[r])
try:
    print(r < s)
except TypeError as e:
    print(e)
