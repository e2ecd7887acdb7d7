class A: pass
class B(A): pass


b = B()
print(isinstance(b, A), isinstance(b, (int, A)), isinstance(b, (int, (str, (B,)))), issubclass(B, A), issubclass(A, (B, object)))
print(isinstance(True, int), isinstance(1, bool), isinstance(None, type(None)), isinstance(int, type), issubclass(bool, int))
print(type(b) is B, type(b) == A, isinstance(A, type), isinstance(type, object))
for attempt in (lambda: isinstance(1, 1), lambda: isinstance(1, (int, 1)), lambda: isinstance("a", (int, 1)), lambda: issubclass(1, int),
                lambda: issubclass(int, 1), lambda: isinstance(1, [int]), lambda: isinstance(1)):
    try:
        print(attempt())
    except TypeError as e:
        print(e)


class Fake:
    @property
    def __class__(self): return int


print(isinstance(Fake(), int), type(Fake()).__name__, Fake().__class__)
