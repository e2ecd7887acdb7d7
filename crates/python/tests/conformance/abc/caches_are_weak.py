from abc import ABC
import gc
import weakref


class Base(ABC):
    pass


def temporary():
    class Local:
        pass

    isinstance(Local(), Base)
    Base.register(Local)
    print(isinstance(Local(), Base))
    return weakref.ref(Local)


ref = temporary()
gc.collect()
print(ref())


def subclass():
    class Sub(Base):
        pass

    return weakref.ref(Sub)


ref = subclass()
gc.collect()
print(ref(), Base.__subclasses__())
