# After the future import annotations are texts, written anew from the syntax tree.
from __future__ import annotations


def f(a: int, b: undefined.thing[int, str], c: x + y * 2, d: lambda q, *r, s=1, **t: q, e: 'str', f: (1, 2), g: [1, *x],
      h: {1: 2, **z}, i: {1, 2}, j: not a, k: -1 ** 2, l: (-1) ** 2, m: a if b else c, n: a < b <= c, o: a and b or c):
    pass


for name, text in f.__annotations__.items():
    print(name, text)


def g(a: (a ** b) ** c, b: -a ** -b, c: a << b | c & d ^ e, d: (a if b else c) if d else e, e: (a or b) and c,
      f: not (a == b), g: a - (b - c), h: (a - b) - c, i: a ** b ** c, j: (not a) in b, k: a is not b, l: ~a, m: +a,
      n: (a + b) * c, o: a @ b, p: a // b % c, q: not not a, r: - -a, s: (a, b)[0], t: (lambda: 1)()) -> a.b.c:
    pass


for name, text in g.__annotations__.items():
    print(name, text)
