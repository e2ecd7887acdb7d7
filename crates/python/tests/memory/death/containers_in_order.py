from collections import OrderedDict, deque


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, end=' ')


for make in (list, tuple, deque, lambda ds: dict(enumerate(ds)), lambda ds: OrderedDict(enumerate(ds)), lambda ds: {d: 1 for d in ds}):
    made = make([D(n) for n in 'abc'])
    made = None
    print()
made = [D('x'), D('y')]
made[:] = []
print()
made = {1: D('x'), 2: D('y')}
made.clear()
print()
made = deque([D('x'), D('y')])
made.clear()
print()
