s = list(range(10))
for sl in (slice(None), slice(2, 5), slice(None, None, 2), slice(None, None, -1), slice(-3, None), slice(5, 2), slice(5, 2, -1), slice(100), slice(-100, 3), slice(8, None, -3), slice(None, -8, -1), slice(True, 4)):
    print(sl, s[sl], "abcdefghij"[sl], tuple(s)[sl], sl.indices(10), list(range(10)[sl]))
for f in (lambda: s["a"], lambda: s[1.0], lambda: s[None], lambda: s[1, 2], lambda: s[10], lambda: s[-11], lambda: s[::0], lambda: s["a":], lambda: "abc"[::0], lambda: slice(), lambda: slice(1, 2, 3).indices(-1), lambda: hash(slice(1)) if False else slice("a").indices(5), lambda: ()[0], lambda: ""[0], lambda: range(3)[5], lambda: s[10 ** 30]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
x = slice(1, 10, 2)
print(x.start, x.stop, x.step, x == slice(1, 10, 2), slice(1, 2) < slice(1, 3), s[10 ** 30:], s[-10 ** 30:2])
# conformance: not yet as 3.15
