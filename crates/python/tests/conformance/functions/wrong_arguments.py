def f(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


calls = [
    lambda: f(),
    lambda: f(1),
    lambda: f(1, 2, 3, 4, d=1),
    lambda: f(1, 2, 3, 4),
    lambda: f(a=1, d=2),
    lambda: f(1, b=2, d=3),
    lambda: f(1, 2, 3, c=4, d=5),
    lambda: f(1, d=2, z=3),
    lambda: f(1, 2, d=3, **{"d": 4}),
    lambda: f(*[1, 2, 3, 4, 5], d=1),
    lambda: f(1, **{1: 2}),
    lambda: f(1, **5),
    lambda: f(*5),
]
for call in calls:
    try:
        print(call())
    except TypeError as e:
        print(e)
