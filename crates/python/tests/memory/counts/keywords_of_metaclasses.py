# What a metaclass written in Python sees of the arguments of its class statement: with keywords they are copied, and held
# once more (up to 3.14 also those without a name).
import sys
def counts(*objects): print([sys.getrefcount(o) for o in objects])

class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        counts(mcls, bases, kw, *kw.values())
        return {}
    def __new__(mcls, name, bases, namespace, **kw):
        counts(mcls, bases, namespace, kw, *kw.values())
        return super().__new__(mcls, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kw):
        counts(cls, bases, namespace, kw, *kw.values())
    def __call__(cls, *args, **kw):
        counts(cls, args, kw, *args, *kw.values())
        return super().__call__(*args, **kw)

value, words = [1], {'other': [2]}
class Base: pass
class Plain(Base, metaclass=Meta): pass
class Named(Base, metaclass=Meta, key=value): pass
class Unpacked(Base, metaclass=Meta, key=value, **words): pass
class Made(metaclass=Meta):
    def __new__(cls, *args, **kw):
        counts(cls, args, kw, *args, *kw.values())
        return object.__new__(cls)
    def __init__(self, *args, **kw): counts(self, args, kw, *args, *kw.values())
Made(value)
Made(value, key=value)
Made(*[value], **words)
class Told:
    def __init_subclass__(cls, **kw): counts(cls, kw, *kw.values())
class Telling(Told, key=value, **words): pass
