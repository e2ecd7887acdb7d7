# A dict that was asked for is one object more to collect; 3.13.0 still reports the values as the instance's own.
import gc


class A:
    pass


a = A()
a.me = a
print([type(part).__name__ for part in gc.get_referents(a)])
vars(a)
print([type(part).__name__ for part in gc.get_referents(a)])
del a
print(gc.collect())
a = A()
a.me = a
del a
print(gc.collect())
