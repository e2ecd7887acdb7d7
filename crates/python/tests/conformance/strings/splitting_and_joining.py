print("a b  c".split(), "a b  c".split(" "), " a b ".split(), "a,b,,c,".split(","), "a,b,c".split(",", 1), "a b c d".split(None, 2), "a,b,c".rsplit(",", 1), " a b c ".rsplit(None, 1), "".split(), "".split(","), "abc".split("abc"), "aXbXc".split(sep="X", maxsplit=1))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines(), "a\n\nb\n".splitlines(), "a\nb\n".splitlines(keepends=True), "".splitlines(), "\n".splitlines())
print("-".join(["a", "b"]), "".join("abc"), ", ".join(str(i) for i in range(3)), "x".join([]), "x".join(["only"]), "ab".join("123"), "-".join({"k": 1}), "|".join(("é", "ü")))
for f in (lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(5), lambda: "a".split("x", "y"), lambda: ",".join("a", "b"), lambda: "a".splitlines(1, 2), lambda: ",".join([b"x"])):
    try:
        print(f())
    except TypeError as e:
        print(e)
