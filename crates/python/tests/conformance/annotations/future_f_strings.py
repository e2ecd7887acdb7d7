# f-strings in annotations that are texts.
from __future__ import annotations


def f(a: f"x{y!r:>{w}}z", b: f"{a}" "b", c: f"{a=}", d: f'{a["b"]}', e: f"{a:{b}}", f: f"{{}}", g: f"{a!s}{b!a}",
      h: f"{ {1: 2} }", i: f"{a + b}", j: f"{(lambda: 1)()}"):
    pass


for name, text in f.__annotations__.items():
    print(name, text)
