import gc


class Outer:
    def __del__(self):
        print('outer', self.items)


o = Outer()
o.me = o
o.items = [1, (2, 3)]
chain = o.items
chain.append({'o': o.items})
del o
print(gc.collect())
del chain
print(gc.collect())
