# A missing attribute makes no error where __getattr__ is asked next.
class A:
    def __getattr__(self, name):
        return name


class B:
    def __getattr__(self, name):
        raise AttributeError


class C:
    def __getattribute__(self, name):
        raise AttributeError

    def __getattr__(self, name):
        return name


a = A()
a.x
x = 1
b = B()
hasattr(b, 'x')
x = 1
getattr(b, 'x', None)
x = 1
c = C()
c.x
x = 1
