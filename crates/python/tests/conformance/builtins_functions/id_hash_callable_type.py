class C:
    def __call__(self): return 1
print(callable(C), callable(C()), callable(len), callable(5), callable(lambda: 0), callable("".join), callable(None), callable(type))
print(type(1), type("a"), type(None), type([]), type(type), type(len), type(lambda: 0), type(C().__call__), type(...), type(NotImplemented), type(1j), type(b""), type(x for x in []), type(range(1)), type(slice(1)), type({}.keys()), type(iter([])), type(zip()), type(Exception), type(property()))
print(hash(5), hash(-1), hash(-2), hash(True), hash(None) == hash(None), hash(1.5), hash(2 ** 61), hash(()) == hash(()), hash((1, "a")) == hash((1, "a")), hash("") , hash(b""))
print(isinstance(5, (str, int)), isinstance(None, type(None)), isinstance([], (tuple, list)), issubclass(bool, (str, int)), isinstance(C, type), isinstance(len, type(print)), type(5) is int, type(True) is int, isinstance(True, int))
for f in (lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash(([],)), lambda: hash(slice([], 1)), lambda: type(), lambda: type(1, 2), lambda: id(), lambda: callable(), lambda: isinstance(1, "int"), lambda: issubclass(5, int), lambda: hash(bytearray())):
    try:
        print(f())
    except TypeError as e:
        print(e)
