import gc


class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)


def g():
    a = A('in g')
    try: yield
    finally: print('closing')


A.me = A('class')
x = g(); next(x)
gc.freeze()
l = [A('list')]; l.append(l); del l
m = A('m'); m.me = m
