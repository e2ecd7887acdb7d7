class P:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, end=' ')
class C:
    def __init__(self, a, b=1): pass
class D:
    def __init__(self, a, b): return 1
C(P(1), P(2))
C(P(1), b=P(2))
C(*[P(1), P(2)])
slice(P(1), P(2), P(3))
