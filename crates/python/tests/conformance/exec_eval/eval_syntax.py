# What is no expression.
for source in ("", "a = 1", "1 2", "pass", "import x", "1;2", "x := 1", "*a", "yield 1", "f(", "(1", "1\n2", "def f(): pass"):
    try:
        eval(source)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, error.filename)
