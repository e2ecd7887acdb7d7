import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


a, b, c = [], [], []
a += [b, Noisy('in a')]
b += [c, Noisy('in b')]
c += [a, Noisy('in c')]
del a, b, c
print(gc.collect())
