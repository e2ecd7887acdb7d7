class C:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print("init", args, kw)


C(1, a=2)


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        self.times = getattr(self, "times", 0) + 1


print(Single() is Single(), Single().times)


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(Other())


class Bad:
    def __init__(self):
        return 1


for attempt in (Bad, lambda: object.__new__(1), lambda: object.__new__(int), lambda: object.__new__(), lambda: int.__new__(str),
                lambda: type("X", (), {})(1), lambda: type("X", (), {"__init__": lambda self: None})(1),
                lambda: type("X", (), {"__new__": lambda cls, x: object.__new__(cls)})(),
                lambda: type("X", (), {"__new__": lambda cls, x: object.__new__(cls, x)})(1)):
    try:
        attempt()
    except TypeError as e:
        print(e)
