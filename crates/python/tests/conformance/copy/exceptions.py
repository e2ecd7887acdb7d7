import copy


class Failed(ValueError):
    def __init__(self, code, detail):
        super().__init__(code, detail)
        self.code = code
        self.extra = [detail]


e = Failed(3, "d")
c = copy.copy(e)
d = copy.deepcopy(e)
print(repr(c), c.code, c.extra is e.extra, d.extra, d.extra is e.extra)
print(ValueError(1, 2).__reduce__(), OSError(2, "m", "f").__reduce__()[1])
