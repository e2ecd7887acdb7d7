class P:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, end=' ')
    def __getitem__(self, at): return 1
    def __setitem__(self, at, value): pass
    def __delitem__(self, at): pass
P(1)[P(2)]
P(1)[P(2):P(3)]
P(1)[P(2):P(3):P(4)]
P(1)[P(2)] = P(3)
P(1)[P(2):P(3)] = P(4)
del P(1)[P(2)]
P(1).attribute = P(2)
