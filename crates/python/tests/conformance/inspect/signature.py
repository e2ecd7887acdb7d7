import inspect
from functools import partial, wraps


def f(a, /, b: int, c=3, *args: str, d, e: float = 1.5, **kw) -> bool: ...


class A:
    def __init__(self, x, y=2): ...
    def m(self, z): ...
    @classmethod
    def c(cls, q): ...
    @staticmethod
    def s(w): ...
    def __call__(self, v): ...


@wraps(f)
def wrapper(*args): ...


for g in (f, A, A.m, A(1).m, A.c, A.s, A(1), lambda: 0, partial(f, 1, c=5), wrapper):
    print(inspect.signature(g))
for name, p in inspect.signature(f).parameters.items():
    print(name, p.kind, p.kind.description, p.default is p.empty, p.annotation is inspect.Parameter.empty)
for wrong in (3, None):
    try:
        inspect.signature(wrong)
    except TypeError as error:
        print(error)
