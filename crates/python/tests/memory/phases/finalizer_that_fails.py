import gc


class Node:
    def __del__(self):
        print('del')
        raise ValueError('in a finalizer')


a = Node()
a.me = a
del a
print(gc.collect())
