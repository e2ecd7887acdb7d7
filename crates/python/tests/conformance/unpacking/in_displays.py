a, b = [1, 2], {"x": 1}
print([*a, *a, 3], (*a, 0), {*a, 5}, {**b, "y": 2, **{"x": 9}}, *a)
print([*"ab", *range(2), *{7: 8}], {**{}, **{1: 2}}, [*()])
t = *a, *"c"
print(t)
print(*[1], *[], sep="-", **{"end": "!\n"})
for attempt in (lambda: [*1], lambda: {**[1]}, lambda: {**1}, lambda: (*None,), lambda: {*[[]]}, lambda: {**{1: 2}, **None}, lambda: {*5}):
    try:
        attempt()
    except TypeError as e:
        print(e)


def f():
    return *a, 5


def g():
    yield *a, 6


print(f(), list(g()))
for x in *a, *(7, 8):
    print(x, end=" ")
print()
d = {}
d[*a] = 1
print(d, d[*a])
