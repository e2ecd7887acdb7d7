import math
pairs = [(1, "a"), ("a", 1), ([], ()), ({}, {}), (None, 1), (1, None), (len, 1), (1.5, "x"), (b"a", "a"), (object, int), ({1}, [1])]
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b,
       "%": lambda a, b: a % b if not isinstance(a, (str, bytes)) else 1 % "", "**": lambda a, b: a ** b, "@": lambda a, b: a @ b,
       "<<": lambda a, b: a << b, "|": lambda a, b: a | b, "<": lambda a, b: a < b, ">=": lambda a, b: a >= b}
for a, b in pairs:
    for name, op in ops.items():
        try:
            op(a, b)
        except TypeError as e:
            print(e)
for f in (lambda: -"a", lambda: +[], lambda: ~1.5, lambda: -None, lambda: ~"x", lambda: not_defined if False else -{}, lambda: abs("a")):
    try:
        f()
    except TypeError as e:
        print(e)
