# What the wrappers that a class puts around __new__ and its like refer to, by release.
import gc


class A:
    def __new__(cls):
        return object.__new__(cls)

    def __init_subclass__(cls):
        pass

    def __class_getitem__(cls, key):
        return key


gc.collect()
print(len(gc.get_referents(A.__dict__['__new__'])), len(gc.get_referents(A.__dict__['__init_subclass__'])))


class B(A):
    @staticmethod
    def f():
        return 1

print(len(gc.get_referents(B.__dict__['f'])))
