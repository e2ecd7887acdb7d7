import sys


class Base:
    def __init_subclass__(cls, tag=None, **others):
        super().__init_subclass__(**others)
        print(cls.__name__, sys.getrefcount(tag))


given = []


class First(Base, tag=given):
    pass
