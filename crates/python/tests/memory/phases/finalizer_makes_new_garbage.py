import gc


class A:
    def __init__(self, depth):
        self.me, self.depth = self, depth

    def __del__(self):
        print('del', self.depth)
        if self.depth:
            A(self.depth - 1)


A(2)
print(gc.collect())
print(gc.collect())
print(gc.collect())
print(gc.collect())
