nan = float("nan")
class Never:
    def __eq__(self, o): return False
    def __hash__(self): return 1
n = Never()
print(n in [n], n == n, [n] == [n], (n,) == (n,), {1: n} == {1: n}, n in {n}, {n: 1}[n], [n].index(n), [n].count(n), [n] != [n])
print(nan in [nan], [nan] == [nan], [float("nan")] == [float("nan")], {nan} == {nan}, nan in {nan: 1}, (nan, 1) < (nan, 2), [nan].remove(nan), min([nan, 1]) is nan)
class Always:
    def __eq__(self, o): return True
    __hash__ = object.__hash__
a = Always()
print(5 in [a], a in [1, 2], [1, 2].index(a), [a] == [5], a in {1: 2}, a != 5, [1, 2, 3].count(a))
