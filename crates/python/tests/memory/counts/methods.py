import sys


class I:
    def m(self):
        return sys.getrefcount(self)

    @property
    def p(self):
        return sys.getrefcount(self)

    def __getitem__(self, i):
        return sys.getrefcount(self), sys.getrefcount(i)


i = I()
a = []
stored = i.m
print(i.m(), stored(), sys.getrefcount(i))
for _ in range(3):
    print(i.p, i[a], i.m())


def inside():
    i = I()
    stored = i.m
    print(i.m(), stored(), sys.getrefcount(i))
    for _ in range(3):
        print(i.p, i[a], i.m())


inside()
