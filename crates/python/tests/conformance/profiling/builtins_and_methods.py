import cProfile


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def __len__(self):
        return len(self.items)


def work():
    stack = Stack()
    for i in range(3):
        stack.push(i)
    len(stack)
    sorted([2, 1], key=lambda v: -v)
    isinstance(1, int)
    str.upper("a")
    int("5")
    list(map(abs, [1, -2]))


p = cProfile.Profile()
p.runcall(work)
p.create_stats()
for (file, line, name), row in sorted(p.stats.items(), key=lambda item: item[0][1:]):
    print(line, name, row[0], row[1], sorted(caller[2] for caller in row[4]))
