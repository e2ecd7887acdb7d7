class A:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('del', self.n)
        if self.n < 3: globals()['again%d' % self.n] = A(self.n + 1)
a = A(0)
