import sys


class I:
    def __init__(self, v):
        print(sys.getrefcount(self), sys.getrefcount(v))


a = []
for _ in range(3):
    I(a)


def inside():
    z = []
    for _ in range(3):
        I(z)


inside()
