class P:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, end=' ')
    def __call__(self, *args, **kwargs): pass
    def method(self, other): pass
def two(a, b): pass
isinstance(P(1), int)
two(P(1), P(2))
two(b=P(1), a=P(2))
two(*[P(1), P(2)])
P(1)(P(2), P(3))
P(1).method(P(2))
P(1)(P(2), a=P(3))
P(1)(*[P(2)], **{'a': P(3)})
list.append([P(1)], P(2))
