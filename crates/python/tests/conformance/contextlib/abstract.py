from contextlib import AbstractContextManager


class M(AbstractContextManager):
    def __exit__(self, *exc):
        print("exit")


class Looks:
    def __enter__(self): ...
    def __exit__(self, *exc): ...


with M() as m:
    print(type(m).__name__)
print(issubclass(Looks, AbstractContextManager), isinstance(3, AbstractContextManager), AbstractContextManager[int])
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
