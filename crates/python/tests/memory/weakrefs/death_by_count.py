import weakref


class A:
    def __init__(self):
        self.items = [1]

    def __del__(self):
        print('del', r() is self, self.items)


a = A()
r = weakref.ref(a, lambda ref: print('callback', ref()))
a = None
print(r())
