def show(*args, **kwargs):
    print(args, kwargs)


a, b, d = [1, 2], (3,), {"x": 1}
show(*a, *b, **d, y=2)
show(*a, 9, *"hi", **{}, **d)
show(*(i for i in range(3)), *{5: 1}, *range(2))
show(**{"a b": 1, "class": 2})
show(*[], **{})


class Mapping:
    def keys(self):
        print("keys")
        return ["p", "q"]

    def __getitem__(self, key):
        print("get", key)
        return key * 2


show(**Mapping())
for call in (lambda: show(**d, x=1), lambda: show(**d, **d), lambda: show(*1), lambda: show(**1), lambda: show(**{None: 1}),
             lambda: show(*None), lambda: len(*[1, 2]), lambda: len(x=1)):
    try:
        call()
    except TypeError as e:
        print(e)
