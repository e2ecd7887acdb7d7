class P:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, end=' ')
    def __eq__(self, other): return True
    def __hash__(self): return 1
{P(1): P(2), P(3): P(4)}
{P(1), P(2), P(3)}
[P(1), P(2)]
