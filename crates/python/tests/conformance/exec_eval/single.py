# Mode 'single' shows the values of expressions; one statement only.
exec(compile("1 + 1\n", "<s>", "single"))
exec(compile("'a'; None; [1]\n", "<s>", "single"))
exec(compile("for i in range(2):\n    i\n", "<s>", "single"))
exec(compile("x = 5\n", "<s>", "single"))
print(x, _)
for source in ("1\n2", "", "if 1:\n  pass\nx"):
    try:
        compile(source, "<s>", "single")
    except SyntaxError as error:
        print(error.msg, error.lineno)
