print("{} {} {}".format(1, "two", [3]), "{2} {0} {1}".format("a", "b", "c"), "{x} {y[0]} {z.real}".format(x=1, y=[2], z=3))
print("{0!r:>6} {0!s} {0!a}".format("é"), "{:{}.{}f}".format(3.14159, 8, 2), "{:{w}}|".format("x", w=4), "{{}} {{{}}}".format(5))
print("{a[b]} {a[0]}".format(a={"b": "text key", 0: "int key"}), "{0[1][0]}".format([1, [2]]), "{.real}".format(5), "{[k]}".format({"k": "v"}))
for fmt, args, kw in (("{} {}", (1,), {}), ("{1}", (1,), {}), ("{x}", (), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{", (), {}), ("}", (), {}), ("{0", (1,), {}),
                      ("{!x}", (1,), {}), ("{!}", (1,), {}), ("{0.nope}", (1,), {}), ("{0[x]}", ([1],), {}), ("{0[}", (1,), {}), ("{:d}", ("s",), {}), ("{a.}", (), {"a": 1}),
                      ("{0[]}", ([1],), {}), ("{-1}", (1,), {}), ("{0!r", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{0!rr}", (1,), {}), ("{ }", (1,), {}), ("{0[0]x}", ([1],), {})):
    try:
        print(fmt, "->", fmt.format(*args, **kw))
    except Exception as e:
        print(fmt, "->", type(e).__name__, e)
print("{a} {b}".format_map({"a": 1, "b": 2}))


class Default(dict):
    def __missing__(self, key): return f"<{key}>"


print("{a} {nope}".format_map(Default(a=1)))
