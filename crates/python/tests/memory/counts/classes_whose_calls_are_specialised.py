import sys


class Defaults:
    def __init__(self, value, more=()):
        print(sys.getrefcount(type(self)), sys.getrefcount(value))


class Slots:
    __slots__ = ('value',)

    def __init__(self, value):
        print(sys.getrefcount(type(self)), sys.getrefcount(value))


class Rest:
    def __init__(self, *values):
        print(sys.getrefcount(type(self)))


class Error(Exception):
    def __init__(self, value):
        print(sys.getrefcount(type(self)), sys.getrefcount(value))


for made in range(3):
    Defaults([])
    Slots([])
    Rest([])
    Error([])
