import sys


class N:
    def __add__(self, other):
        return sys.getrefcount(self), sys.getrefcount(other)

    def __eq__(self, other):
        return sys.getrefcount(self) + 100 * sys.getrefcount(other)

    def __call__(self, x):
        return sys.getrefcount(self), sys.getrefcount(x)

    def __len__(self):
        print("len", sys.getrefcount(self))
        return 0


a, b = N(), N()
for _ in range(2):
    print(a + b, a == b, a(b), len(a))


def inside():
    a, b = N(), N()
    for _ in range(2):
        print(a + b, a == b, a(b), len(a))


inside()
