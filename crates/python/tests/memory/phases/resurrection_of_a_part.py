import gc

kept = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)
        if self.name == 'b':
            kept.append(self.load)


a, b = Node('a'), Node('b')
a.to, b.to = b, a
b.load = ['load']
del a, b
print(gc.collect(), kept)
