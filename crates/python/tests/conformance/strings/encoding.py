for s in ("abc", "é", "€", "😀"):
    for codec in ("utf-8", "ascii", "latin-1"):
        try:
            print(s, codec, s.encode(codec))
        except (UnicodeEncodeError, LookupError) as e:
            print(s, codec, type(e).__name__, e)
print("é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"), "é€😀".encode("ascii", "backslashreplace"), "aé".encode("ascii", errors="ignore"))
for f in (lambda: "é".encode("ascii"), lambda: "é".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "x".encode(5), lambda: str(b"a"), lambda: str(b"\xc3\xa9", "utf-8"), lambda: str(b"\xff", "utf-8"), lambda: str("s", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"a", errors="strict"), lambda: str(object=5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    "aéb€".encode("latin-1")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
