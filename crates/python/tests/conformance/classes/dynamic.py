def greet(self):
    return f"I am {self.name}"


P = type("P", (), {"name": "p", "greet": greet, "__doc__": "Made."})
print(P().greet(), P.__name__, P.__doc__, P.__bases__, P.__mro__)
Q = type("Q", (P,), dict(name="q"))
print(Q().greet(), issubclass(Q, P), P.__subclasses__())
for attempt in (lambda: type("X"), lambda: type("X", ()), lambda: type(1, (), {}), lambda: type("X", [], {}), lambda: type("X", (1,), {}),
                lambda: type("X", (), []), lambda: type("X", (bool,), {}), lambda: type("X", (type(None),), {}), lambda: type("X\0", (), {}),
                lambda: type("X", (int, str), {}), lambda: type("X", (P, P), {}), lambda: type("X", (object, P), {}), lambda: type()):
    try:
        print(attempt())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
P.__name__ = "Renamed"
print(P, P.__qualname__)
P.__qualname__ = "Path.P"
print(P)
