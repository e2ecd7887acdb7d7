import sys
class K:
    def __getattr__(self, name):
        print(name, sys.getrefcount(self))
    def __setattr__(self, name, value):
        print(name, sys.getrefcount(self), sys.getrefcount(value))
    def __delattr__(self, name):
        print(name, sys.getrefcount(self))
    def __get__(self, instance, owner):
        print('get', sys.getrefcount(self))
    def __set__(self, instance, value):
        print('set', sys.getrefcount(self))
class H:
    field = K()
def attributes(x, h):
    x.a, getattr(x, 'b'), hasattr(x, 'c')
    x.d = []
    del x.e
    h.field
    h.field = 1
for i in range(2):
    attributes(K(), H())
