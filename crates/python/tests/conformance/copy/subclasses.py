import copy


class L(list):
    pass


class D(dict):
    pass


class I(int):
    pass


for value in (L([1, [2]]), D(a=[1]), I(5)):
    value.note = ["n"]
    c, d = copy.copy(value), copy.deepcopy(value)
    print(type(c).__name__, c, c.note is value.note, d, d.note, d.note is value.note)


class T(tuple):
    pass


class S(set):
    pass


print(copy.deepcopy(T(([],))), type(copy.copy(T())).__name__, type(copy.deepcopy(S({1}))).__name__)
