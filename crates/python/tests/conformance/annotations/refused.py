# What cannot stand in an annotation, a bound, an alias or the bases of a generic class.
sources = [
    "def f(x: (y := 1)): pass",
    "def f(x: (yield)): pass",
    "x: (y := 2) = 1",
    "class A[T: (yield)]: pass",
    "type A = (yield)",
    "type A = (await x)",
    "type A[T: (x := 1)] = int",
    "def f[T]() -> (yield): pass",
    "class A[T]((yield)): pass",
]
for source in sources:
    for prefix in ("", "from __future__ import annotations\n"):
        try:
            compile(prefix + source, "<s>", "exec")
            print("fine:", source)
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset, error.end_offset)
