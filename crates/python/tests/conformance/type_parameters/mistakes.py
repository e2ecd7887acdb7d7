# What is refused.
sources = [
    "def f[T, T](): pass",
    "class A[T, T]: pass",
    "type A[T, T] = int",
    "def f[T]():\n    nonlocal T\n",
    "def f[](): pass",
    "class A[]: pass",
    "type A[T] = [(x := y) for y in z]",
]
for source in sources:
    try:
        exec(source)
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
