def inner():
    x = yield 1
    print("inner got", x)
    try:
        yield 2
    except ValueError:
        print("inner caught")
        yield 3
    return "inner result"


def outer():
    result = yield from inner()
    print("result", result)
    yield from "ab"
    yield from [10]
    return (yield from ())


it = outer()
print(next(it), it.send("s"), it.throw(ValueError), next(it), list(it))


def delegating_to_iterator():
    yield from iter([1, 2])


d = delegating_to_iterator()
next(d)
try:
    d.send("x")
except AttributeError as e:
    print(e)


def bad():
    yield from 5


try:
    next(bad())
except TypeError as e:
    print(e)


def tree(t):
    if isinstance(t, list):
        for x in t:
            yield from tree(x)
    else:
        yield t


print(list(tree([1, [2, [3, [4]], 5], [[6]]])))
