print(repr("ab".center(7)), repr("abc".center(6, "*")), repr("ab".ljust(4, ".")), repr("ab".rjust(4)), repr("toolong".center(3)), "42".zfill(5), "-42".zfill(5), "+7".zfill(4), "".zfill(2), "abc".zfill(2), "--1".zfill(5))
print(repr("  x \n".strip()), repr("xxaxx".strip("x")), repr("abcba".strip("ab")), repr(" x ".lstrip()), repr(" x ".rstrip()), repr("\u3000x\u2003".strip()), repr("www.x.com".strip("w.moc")), repr("x".strip("")), repr("aXa".strip(None)))
print("TestHook".removeprefix("Test"), "TestHook".removesuffix("Hook"), "x".removeprefix("y"), "aaa".removeprefix("a"), "a\tbc\td".expandtabs(), "a\tb".expandtabs(4), "\t\t".expandtabs(2) + "|", "a\nb\tc".expandtabs(3))
print("abc".translate({97: "X", 98: None, 99: 0x1F600}), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans({"h": "J", "o": None})), "abc".translate(str.maketrans("a", "b", "c")))
for f in (lambda: "a".center("x"), lambda: "a".center(5, "ab"), lambda: "a".center(5, ""), lambda: "a".zfill("x"), lambda: "a".strip(5), lambda: str.maketrans("a", "bc"), lambda: str.maketrans("ab"), lambda: str.maketrans({"ab": 1}), lambda: "a".removeprefix(5), lambda: "a".translate(5), lambda: "a".ljust(5, 5), lambda: "a".expandtabs("x")):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
