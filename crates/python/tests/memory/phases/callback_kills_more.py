import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


other = Node('other')


def callback(ref):
    global other
    print('callback')
    other = None


a = Node('a')
a.me = a
r = weakref.ref(a, callback)
del a
print(gc.collect())
