def say(x, name):
    print(name, end=" ")
    return x


def f(*args, **kw):
    print("->", args, kw)


say(f, "f")(say(1, "a"), *say([2], "star"), k=say(3, "k"), **say({"z": 4}, "kw"))
d = {}
say(d, "d")[say(0, "key")] = say(1, "value")
print()
a, b = say([0, 0], "list"), say({}, "dict")
a[say(0, "i")], b[say("x", "j")] = say(1, "r1"), say(2, "r2")
print(a, b)
print({say(1, "k1"): say(2, "v1"), say(3, "k2"): say(4, "v2")})
print(say(1, "l") < say(2, "m") < say(0, "r") < say(5, "never"))
print(say(1, "then") if say(0, "test") else say(2, "else"))
