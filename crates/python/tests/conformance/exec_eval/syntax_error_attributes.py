# A SyntaxError of exec tells file, line, column and text.
for source in ("def f(:\n  pass", "x = 1\ny = = 2\n", "a b c", "if x:\npass", "print 'hello'"):
    try:
        exec(source)
    except SyntaxError as error:
        print(type(error).__name__, error.args)
        print(error, error.filename, error.lineno, error.offset, repr(error.text), error.end_lineno, error.end_offset)
