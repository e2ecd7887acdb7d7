import gc


class Node:
    def __del__(self):
        a = []
        a.append(a)
        del a
        print('inside', gc.collect())


n = Node()
n.me = n
del n
print('outside', gc.collect())
