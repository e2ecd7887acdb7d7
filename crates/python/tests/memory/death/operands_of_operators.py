class P:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, end=' ')
    def __add__(self, other): return 1
    __lt__ = __add__
    def __contains__(self, item): return True
    def __neg__(self): return 1
    def __format__(self, spec): return ''
P(1) + P(2)
P(1) < P(2)
P(1) < P(2) < P(3)
P(1) is P(2)
P(1) in P(2)
P(1) in [P(2), P(3)]
-P(1)
not P(1)
f'{P(1):{P(2)}}'
