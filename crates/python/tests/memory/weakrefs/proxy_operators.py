# Proxies pass every operator on, with proxies unwrapped on both sides.
import operator as o
import weakref


class N:
    pass


def method(name):
    return lambda self, *args: name + ' '.join(type(a).__name__ for a in args)


for n in 'add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or'.split():
    for name in f'__{n}__', f'__r{n}__', f'__i{n}__': setattr(N, name, method(name))
for n in 'neg pos abs invert lt le eq ne gt ge getitem call'.split(): setattr(N, f'__{n}__', method(n))
n = N()
p = weakref.proxy(n)
print([(f(p, 1), f(1, p), f(p, p)) for f in (o.add, o.sub, o.mul, o.matmul, o.truediv, o.floordiv, o.mod, divmod, pow, o.lshift, o.rshift, o.and_, o.xor, o.or_)], [f(p) for f in (o.neg, o.pos, o.abs, o.invert)], [f(p, p) for f in (o.lt, o.le, o.eq, o.ne, o.gt, o.ge)], [f(p, 2) for f in (o.iadd, o.isub, o.imul, o.imatmul, o.itruediv, o.ifloordiv, o.imod, o.ipow, o.ilshift, o.irshift, o.iand, o.ixor, o.ior)], p[3], p(p))
