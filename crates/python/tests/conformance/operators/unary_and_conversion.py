class N:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __complex__(self): return 1 + 2j
    def __index__(self): return 3
    def __round__(self, n=None): return f"round {n}"
    def __trunc__(self): return 9
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"


import math
n = N()
print(-n, +n, ~n, abs(n), int(n), float(n), complex(n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n))
print([0, 1, 2, 3, 4][n], "abcdef"[n], bin(n), hex(n), range(n), "x" * n, [0] * n, bytes(n), chr(97 + n.__index__()))


class OnlyIndex:
    def __index__(self): return 7


print(int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex()), oct(OnlyIndex()), [1] * OnlyIndex())


class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __complex__(self): return 1


for f in (int, float, complex, bin, round, lambda b: [1][b], lambda b: "x" * b, abs, math.floor):
    try:
        print(f(Bad()))
    except TypeError as e:
        print(e)
# conformance: not yet as 3.15
