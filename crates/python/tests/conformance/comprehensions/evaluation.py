def loud(name, value):
    print(name, end=" ")
    return value


print({loud("k", 1): loud("v", 2) for _ in loud("iter", [1])})
print([loud("elt", x) for x in loud("outer", [1, 2]) for _ in loud("inner", [0]) if loud("if", True)])


class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        bad = [i * len(items) for i in items]
    except NameError as e:
        print(e)


print(C.doubled)


def f():
    x = "outer"
    result = [x for x in range(3)]
    return x, result


print(f())


def deletes():
    try:
        return [x for x in range(2)], x
    except NameError as e:
        return str(e)


print(deletes())
g = [i for i in range(3)]
print("i" in globals())
print([locals() is not None for _ in (1,)])
