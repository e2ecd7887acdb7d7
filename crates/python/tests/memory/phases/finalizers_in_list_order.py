import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


ring = [Node(i) for i in range(5)]
for i in (3, 0, 4, 1, 2):
    ring[i].ring = ring
del ring
print(gc.collect())
