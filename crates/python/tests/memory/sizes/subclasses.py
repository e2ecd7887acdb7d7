import sys


class List(list):
    pass


class Dict(dict):
    pass


class Int(int):
    pass


class Tuple(tuple):
    pass


class Float(float):
    pass


class Set(set):
    pass


class Slots(list):
    __slots__ = ('a',)


print(sys.getsizeof(List()), sys.getsizeof(List([1, 2, 3])), sys.getsizeof(Dict()), sys.getsizeof(Dict(a=1)))
print(sys.getsizeof(Int()), sys.getsizeof(Int(2 ** 40)), sys.getsizeof(Tuple()), sys.getsizeof(Tuple((1, 2))))
print(sys.getsizeof(Float()), sys.getsizeof(Set()), sys.getsizeof(Slots()))
