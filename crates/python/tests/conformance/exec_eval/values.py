# eval takes text and bytes, and blanks before the expression.
print(eval("1 + 1"), eval("  2 * 3"), eval("\t4"), eval("\n5"))
print(eval(b"6 + 1"), eval(bytearray(b"8")), eval("'é'"))
print(eval("lambda a, b=2: a + b")(1))
print(eval("[x * y for x in (1, 2) for y in (3, 4)]"))
print(exec("unused = 1"), unused)
