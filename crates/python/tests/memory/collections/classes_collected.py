# How many objects go with a class.
import gc

gc.collect()


class Z:
    pass


del Z
print(gc.collect())


class S:
    __slots__ = ('a',)


del S
print(gc.collect())


class F:
    def f(self):
        return __class__


del F
print(gc.collect())
