class C:
    shared = []
    count = 0

    def __init__(self, name):
        self.name = name
        C.count += 1


a, b = C("a"), C("b")
a.shared.append(1)
print(b.shared, C.count, a.count)
a.count = 10
print(a.count, b.count, C.count, a.__dict__, b.__dict__)
del a.count
print(a.count)
for attempt in (lambda: a.missing, lambda: C.missing, lambda: delattr(a, "count"), lambda: delattr(C, "missing"),
                lambda: setattr(1, "x", 2), lambda: setattr(object(), "x", 2), lambda: setattr(int, "x", 1),
                lambda: getattr(a, 1), lambda: setattr(a, 1, 2), lambda: None.x, lambda: (1).real_, lambda: setattr(C, "__name__", 1)):
    try:
        attempt()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
a.__dict__["via dict"] = 1
print(getattr(a, "via dict"), vars(a))
a.__dict__ = {"name": "new"}
print(a.name, a.__dict__)
a.__class__ = type("D", (), {"name2": 5})
print(a.name2, type(a).__name__)
