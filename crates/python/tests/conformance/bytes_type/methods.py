b = b"Hello, World"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b"abc".capitalize(), b.center(20, b"*"), b.ljust(15), b.rjust(15, b"."), b"7".zfill(3), b"-7".zfill(4))
print(b.find(b"o"), b.rfind(b"o"), b.index(b"W"), b.count(b"l"), b.find(b"z"), b.startswith(b"He"), b.endswith((b"x", b"ld")), b.find(111), b.count(108), b.partition(b", "), b.rpartition(b"o"))
print(b.split(b", "), b.split(), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b" a  b ".split(), b"a\nb\r\nc".splitlines(), b"a\nb".splitlines(True), b"-".join([b"a", bytearray(b"b")]))
print(b.replace(b"l", b"L"), b.replace(b"l", b"", 1), b"  x ".strip(), b"xxaxx".strip(b"x"), b"xa".lstrip(b"x"), b"ax".rstrip(b"x"), b"prefix-x".removeprefix(b"prefix-"), b"x.py".removesuffix(b".py"))
print(b"abc".isalpha(), b"123".isdigit(), b"a1".isalnum(), b" ".isspace(), b"A".isupper(), b"a".islower(), b"Ab".istitle(), b"ab".isascii(), b"\xff".isascii())
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"a\tb".expandtabs(4), b"\xc3\xa9".decode(), b"\xff".decode("latin-1"), b"\xffa".decode("utf-8", "replace"), b"\xffa".decode("utf-8", "ignore"), b"\xff".decode("ascii", "backslashreplace"))
for f in (lambda: b.index(b"z"), lambda: b.split("x"), lambda: b.join(["a"]), lambda: b"\xff".decode(), lambda: b"\xc3".decode(), lambda: b"a".decode("nope"), lambda: b.replace("a", b"b"), lambda: b.startswith("H"), lambda: b.strip("x"), lambda: b.split(b""),
          lambda: b.center(5, b"ab"), lambda: bytes.maketrans(b"a", b""), lambda: b.find("x"), lambda: b"\xed\xa0\x80".decode(), lambda: b"\x80".decode("ascii")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# conformance: not yet as 3.14, 3.15
