import sys


class D:
    def __del__(self):
        print("del", sys.getrefcount(self))


D()
d = D()
del d


def inside():
    x = D()
    y = [D()]


inside()
