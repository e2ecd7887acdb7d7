class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def inner():
    a = D('inner')
    raise KeyError(1)


def outer():
    b = D('outer')
    inner()


try:
    outer()
except KeyError:
    print('handled')
print('after')
try:
    outer()
except KeyError as e:
    e.__traceback__ = None
    print('cut')
print('end')
