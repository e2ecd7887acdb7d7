# What is no part of a bound, a constraint or a default.
sources = [
    "def f[T: (yield)](): pass",
    "def f[T: (int, (yield))](): pass",
    "def f[T = (yield)](): pass",
    "def f[*T = (yield)](): pass",
    "def f[**T = (x := 1)](): pass",
    "async def f[T: (await x)](): pass",
    "def f[*T: int](): pass",
    "def f[**T: int](): pass",
]
for source in sources:
    try:
        compile(source, "<s>", "exec")
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
