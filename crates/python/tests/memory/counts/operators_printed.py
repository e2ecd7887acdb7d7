from sys import getrefcount as R
class V:
    def __add__(self, other): return R(self), R(other)
    def __radd__(self, other): return R(self), R(other)
    def __neg__(self): return R(self)
    def __eq__(self, other): return R(self) * 10 + R(other)
    def __len__(self): return R(self)
    def __contains__(self, x): print(R(self), R(x)); return True
    def __call__(self, x): return R(self), R(x)
    def __iadd__(self, x): print(R(self), R(x)); return self
v = V()
w = V()
print(v + w, v + 1, [] + v if False else v.__radd__(w), -v)
print(v == w, len(v), w in v, v(w))
v += w
print(R(v), R(w), V() + V(), -V())
