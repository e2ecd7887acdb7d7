# __del__ first, with weak references alive; then callbacks, newest first; then slots and attributes; then the class.
import weakref


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


class Base:
    __slots__ = 'slot', '__weakref__'


class Thing(Base):
    def __del__(self):
        print('__del__', one() is self, weakref.getweakrefcount(self))


thing = Thing()
thing.slot, thing.b, thing.a = D('slot'), D('b'), D('a')
one = weakref.ref(thing, lambda r: print('callback one', r()))
two = weakref.ref(thing, lambda r: print('callback two', one()))
del thing
