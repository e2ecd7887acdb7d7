class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
l = list("abcdef")
print(l[I(2)], l[I(1):I(4)], "x" * I(3), range(I(3)), hex(I(255)), round(2.567, I(1)), chr(I(97)), "abc".find("c", I(1)), [0] * I(2), bytes([I(65)]), int("11", I(2)), divmod(7, 2)[I(1)], l.pop(I(0)), (5).__lshift__(1), 1 << 3)
for f in (lambda: l[I("x")], lambda: l[I(100)], lambda: range(I(1.5)), lambda: l[I(None):], lambda: 1 << I(2), lambda: I(1) + 1, lambda: int(I("z")), lambda: "x" * I(-1)):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class Sub(int): pass
class RetSub:
    def __index__(self): return Sub(1)
print([10, 20][Sub(1)], bin(Sub(5)), [10, 20][True])
# conformance: not yet as 3.15
