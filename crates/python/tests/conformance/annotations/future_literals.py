# Literals and subscripts in annotations that are texts.
from __future__ import annotations


def f(a: "it's", b: 'q"q', c: b'bytes', d: 1j, e: 0xff, f: 1_000, g: True, h: None, i: ..., j: 1.5e10, k: 1e400,
      l: -1e400, m: 'a\nb', n: u'u', o: "a" "b", p: (), q: (a,), r: [], s: {}, t: 1 .real, u: 1.0.real):
    pass


for name, text in f.__annotations__.items():
    print(name, text)


def g(a: x[1:2, ::3], b: x[1:2], c: x[()], d: x[(b, c)], e: x[*b], f: x[:], g: x[::], h: f(*a, b=1, **c),
      i: f(x for x in y), j: f((x for x in y), 1), k: [x for x in y if z if w], l: {k: v for k, v in x},
      m: (x async for x in y), n: [x for x in (a if b else c)], *args: *Ts, **kw: int):
    pass


for name, text in g.__annotations__.items():
    print(name, text)
