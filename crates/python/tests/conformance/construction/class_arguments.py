# Bases and keywords of class statements, written out or unpacked, and who sees them.
import sys


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print("prepare", name, keywords)
        return {}

    def __new__(meta, name, bases, namespace, **keywords):
        print("new", name, keywords)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name, keywords)


class A(metaclass=Meta, x=1):
    print(sys.getrefcount(Meta))


class B(A, z=3):
    pass


bases = (A,)
keywords = {"k": 1}


class C(*bases, **keywords):
    pass


class D(*bases, metaclass=Meta, **keywords):
    pass


print(C.__bases__, D.__mro__)


class Entries:
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (A,)


class F(Entries(), q=1):
    pass


print(len(F.__orig_bases__), F.__bases__)


class G(metaclass=lambda *args: 42):
    pass


print(G)
try:
    class H(metaclass=lambda *args, **keywords: 1 / 0, w=2):
        pass
except ZeroDivisionError as error:
    print(error)
try:
    class I(1):
        pass
except TypeError as error:
    print(error)
