# conformance: whole stderr
for text in ("x = = 1", "f(a b)", "if x: y\n  z", "(", "1 = x"):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
