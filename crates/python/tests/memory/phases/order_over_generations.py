import gc


class A:
    def __init__(self, name):
        self.name, self.me = name, self

    def __del__(self):
        print('del', self.name, end=' ')


old = A('old')
gc.collect(1)
middle = A('middle')
gc.collect(0)
young = A('young')
del old, middle, young
print(gc.collect(0))
print(gc.collect(1))
print(gc.collect(2))
