for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nret\r", "\x00\x01\x1f\x7f", "\x80\x9f\xa0\xad", "é", "\u200b", "\ud7ff", "😀", "\u0378", "back\\slash", "", "\N{BULLET}", "\101\x41\u0041\U00000041", "\a\b\f\v"):
    print(repr(s), ascii(s), len(s))
print(r"raw\n\t" "joined" 'x', """triple
line""", 'con\
tinued', u"prefix", b"by\x41te", rb"\x41", Rb'\n', "\'" '\"')
print("abc"[1], "abc"[-1], "abc"[0:10], "abc"[5:], "a" "b", "a" * 3, 3 * "ab", "x" * 0, "x" * -1, "b" in "abc", "é"[0], "😀x"[1])
print(ord("a"), ord("é"), ord("😀"), chr(97), chr(0x1F600), chr(0), "a" < "b", "A" < "a", "abc" < "abd", "" < "a", "Z" < "a", max("hello"), min("hello"), sorted("hello"))
for f in (lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: "a"[5], lambda: "a" + 1, lambda: "a" * 1.5, lambda: "a" - "b", lambda: ord(b"ab"), lambda: chr(1.5), lambda: "abc".__getitem__(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
