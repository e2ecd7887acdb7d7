print("%s %r %a %d %i %u" % ("s", "s", "é", 5, 5.9, True), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
print("%x %X %#x %o %#o %e %E %.2f %g %G %c %c %%" % (255, 255, 255, 8, 8, 1234.5, 1234.5, 3.14159, 1e-5, 1e20, "c", 65))
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.5}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%s" % (1,), "%s" % [1, 2], "%s %s" % ("a", (1, 2)))
print("%10s|%-10s|%.2s|%10.2s" % ("hello", "hello", "hello", "hello"), "%s" % None, "%d" % 10 ** 20 if False else "%d" % (10 ** 20))
for fmt, args in (("%d", "x"), ("%s %s", "a"), ("%s", ("a", "b")), ("%s %s", ("a",)), ("%(a)s", 5), ("%(a)s", {}), ("%z", 1), ("%", 1), ("%c", "ab"), ("%c", -1), ("%x", 1.5),
                  ("%f", "s"), ("%d", None), ("%(a", {}), ("%*d", ("x", 1)), ("no format", 5), ("no format", ()), ("no format", {"a": 1}), ("%i", [1]), ("%5", 1), ("%c", 1.5), ("%u", "1")):
    try:
        print(repr(fmt), "->", fmt % args)
    except Exception as e:
        print(repr(fmt), "->", type(e).__name__, e)
print(b"%s %d %a %r %x %c %b" % (b"s", 5, "é", "x", 255, 65, b"b"), b"%(k)s" % {b"k": b"v"})
for fmt, args in ((b"%s", "str"), (b"%d", "x"), (b"%c", 256), (b"%c", b"ab"), (b"%b", 5)):
    try:
        print(fmt % args)
    except Exception as e:
        print(type(e).__name__, e)
# conformance: not yet as 3.14, 3.15
