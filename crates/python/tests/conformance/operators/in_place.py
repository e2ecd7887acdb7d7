class Acc:
    def __init__(self, v): self.v = v
    def __iadd__(self, o):
        self.v += o
        return self
    def __add__(self, o): return Acc(self.v + o)
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return "sub"
    def __imul__(self, o): return "replaced"
    __itruediv__ = None


a = b = Acc(1)
a += 5
print(a.v, b.v, a is b)
a -= 1
print(a)
a = Acc(1)
a *= 2
print(a)
for op in ("itruediv", "ifloordiv", "iand"):
    try:
        x = Acc(1)
        if op == "itruediv": x /= 2
        elif op == "ifloordiv": x //= 2
        else: x &= 1
    except TypeError as e:
        print(e)
l = m = [1]
l += (2, 3)
l *= 2
print(m, l is m)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
s = {1}
u = s
s |= {2}; s &= {2, 3}; s ^= {4}; s -= {2}
print(u, s is u)
x = 7
x //= 2; x **= 3; x %= 10; x <<= 4; x >>= 1; x |= 1; x ^= 3; x &= 0xFE
print(x)
