import weakref


class Callback:
    def __call__(self, r):
        print('called')

    def __del__(self):
        print('released')


class A:
    pass


a = A()
r = weakref.ref(a, Callback())
del a
print('a is gone', r.__callback__)
b = A()
s = weakref.ref(b, Callback())
del s
print('the reference is gone')
