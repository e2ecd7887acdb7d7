"""What the methods and operators of str answer."""


def show(label, answer):
    try:
        print(label, repr(answer()))
    except BaseException as error:
        print(label, type(error).__name__, error)


TEXTS = ["", "a", "Hello, World", "  two  words ", "a\tb\r\nc\n\nd", "ÄÖÜ äöü ß ŉ", "ΑΣ ΣΑΣ.", "日本語 テキスト", "😀x😀", "ǅ ﬁ", "1²½٣", "é\u0301", "\x1c\x85\u2028x", "it's", 'say "it\'s"', "\\ \x00 \x7f \xad \u200b \U000e0001"]

for text in TEXTS:
    print(ascii(text), repr(text), len(text), list(text))
    for name in (
        "capitalize casefold title lower upper swapcase strip lstrip rstrip split rsplit splitlines isalnum isalpha isascii "
        "isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper expandtabs encode"
    ).split():
        print(" ", name, ascii(getattr(text, name)()))
    print(" ", ascii([text[::-1], text[1:], text[:-1], text[::2], text[5:1:-1], text[-3:], text[100:]]))
    print(" ", ascii([text.center(9, "·"), text.ljust(9, "*"), text.rjust(9), text.zfill(9), text * 2, 2 * text]))
    print(" ", [text.find("o"), text.rfind("o", 1, -1), text.count(""), text.count("a", 1), "o" in text, text < "b", text == "a"])
    print(" ", ascii([text.replace("", "-"), text.replace("o", "00", 1), text.replace("ü", ""), text.partition(" "), text.rpartition(" ")]))
    print(" ", ascii([text.split(" ", 1), text.rsplit(" ", 1), text.split(None, 1), text.rsplit(None, 1), text.splitlines(True)]))

for index in range(-4, 4):
    show(f"abc[{index}]", lambda: "abc"[index])
    show(f"äbc[{index}]", lambda: "äbc"[index])
    show(f"aaa {index}", lambda: ["aXaXa".replace("a", "b", index), "aXaXa".split("X", index), "aXaXa".rsplit("X", index)])

show("find", lambda: "a".find(1))
show("find", lambda: "a".find())
show("find", lambda: "a".find("a", "x"))
show("find", lambda: ["abcabc".find("c", 3), "abcabc".find("c", -100, 10**30), "äbä".find("ä", 1), "abc".find("", 3), "abc".find("", 4)])
show("index", lambda: "a".index("b"))
show("rindex", lambda: "äöä".rindex("ä"))
show("startswith", lambda: "abc".startswith(("x", "ab")))
show("startswith", lambda: "abc".startswith("b", 1))
show("startswith", lambda: "abc".startswith(1))
show("startswith", lambda: "abc".startswith((1,)))
show("endswith", lambda: "abc".endswith("b", 0, -1))
show("endswith", lambda: "".endswith(("", "x"), 1))
show("endswith", lambda: "abc".endswith([]))
show("split", lambda: "a".split(1))
show("split", lambda: "a".split(""))
show("split", lambda: "a b".split(maxsplit=0))
show("split", lambda: "a".split(foo=1))
show("partition", lambda: "a".partition(""))
show("partition", lambda: "a".partition(1))
show("join", lambda: ", ".join(["a", "b", "c"]))
show("join", lambda: "-".join(c for c in "xyz"))
show("join", lambda: "".join(["only"]))
show("join", lambda: "a".join(1))
show("join", lambda: "a".join(["a", 1]))
show("strip", lambda: "xxaxx".strip("x") + "abcba".lstrip("ab") + "äbä".rstrip("ä"))
show("strip", lambda: "a".strip(1))
show("center", lambda: ["ab".center(5), "abc".center(6, "."), "ab".center(1)])
show("center", lambda: "a".center(3, "ab"))
show("center", lambda: "a".center(3, 1))
show("zfill", lambda: ["-5".zfill(4), "+5".zfill(4), "--5".zfill(5), "".zfill(2)])
show("expandtabs", lambda: ["a\tb\tc".expandtabs(3), "\t".expandtabs(0), "ab\n\tc".expandtabs(tabsize=4)])
show("removeprefix", lambda: "TestCase".removeprefix("Test") + "a.py".removesuffix(".py"))
show("removeprefix", lambda: "a".removeprefix(1))
show("translate", lambda: "abc".translate({97: None, 98: "xyz", 99: 100}))
show("translate", lambda: "abc".translate(str.maketrans("ab", "xy", "c")))
show("translate", lambda: "a".translate({97: 1.5}))
show("translate", lambda: "a".translate({97: -1}))
show("maketrans", lambda: [str.maketrans("ab", "cd", "e"), str.maketrans({"a": 1, 5: "x"})])
show("maketrans", lambda: str.maketrans(1))
show("maketrans", lambda: str.maketrans({"ab": 1}))
show("maketrans", lambda: str.maketrans("ab", "a"))
show("maketrans", lambda: str.maketrans(1, "a"))
show("add", lambda: "a" + 1)
show("add", lambda: 1 + "a")
show("multiply", lambda: "a" * "a")
show("multiply", lambda: "a" * 1.5)
show("multiply", lambda: ["ab" * -1, "ab" * 3, True * "x"])
show("getitem", lambda: "a"["a"[:]])
show("getitem", lambda: "a"[10**100])
show("contains", lambda: 1 in "a")
show("str", lambda: [str(), str(5), str(b"x"), str(b"\xc3\xa9", "utf-8"), str(bytearray(b"x"), "ascii"), str(object=None)])
show("str", lambda: str(b"\xff", errors="replace"))
show("str", lambda: str(1, 2))
show("str", lambda: str("a", "utf8"))
show("str", lambda: str(1, "utf8"))
show("str", lambda: str(foo=5))
show("less", lambda: "a" < 1)
show("encode", lambda: ["é中😀".encode(), "é中".encode("latin-1", "replace"), "é".encode("latin1"), "a".encode("ASCII")])
show("encode", lambda: ["é中😀".encode("ascii", how) for how in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace")])
show("encode", lambda: "aéß".encode("ascii"))
show("encode", lambda: "a中".encode("latin-1"))
show("encode", lambda: "a".encode("no-such"))
show("encode", lambda: "é".encode("ascii", "no-such"))
show("encode", lambda: "a".encode(5))
show("ord", lambda: [ord("a"), ord("😀"), ord(b"a"), chr(97), chr(0x1F600), chr(0)])
show("ord", lambda: ord("ab"))
show("ord", lambda: ord(5))
show("chr", lambda: chr(-1))
show("chr", lambda: chr(0x110000))
show("chr", lambda: chr("a"))
show("ascii", lambda: [ascii("é"), ascii(["中"]), repr("a\nb"), format("x", ">3"), format(5, "03")])
show("format", lambda: format(1, 2))
show("hash", lambda: hash("a") == hash("".join(["a"])) and {"a": 1}["a"])
show("iter", lambda: [type(iter("a")).__name__, type(iter("é")).__name__, iter("abc").__length_hint__()])
show("same", lambda: [(t := "some text") is t[:], t.strip() is t, t.replace("x", "y") is t, "".join([t]) is t, t + "" is t, str(t) is t])


class Name(str):
    """A str with attributes."""

    def __repr__(self):
        return f"Name({str(self)!r})"


name = Name("ann")
name.age = 5
show("subclass", lambda: [name, name.upper(), name + "e", name == "ann", {name: 1}["ann"], name.age, type(name.strip()).__name__, isinstance(name, str)])
show("subclass", lambda: [type(str(name)).__name__, len(name), name[1:], list(name), ",".join([name, name])])

print("a", 1, 2.5, None, sep="-", end="!\n")
print()
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
show("print", lambda: print(1, sep=2))
show("print", lambda: print(1, end=2))
show("print", lambda: print(1, foo=2))
show("input", lambda: input())
