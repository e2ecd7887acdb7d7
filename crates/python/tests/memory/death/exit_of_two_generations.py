# At exit the objects of the oldest generation are finalized before younger ones, and the interpreter's own come first.
import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


old = Node('old')
gc.collect()
young = Node('young')
