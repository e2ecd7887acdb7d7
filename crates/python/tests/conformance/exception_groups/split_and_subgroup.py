g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), KeyError(4)])
match, rest = g.split(ValueError)
print(repr(match))
print(repr(rest))
print(repr(g.subgroup(lambda e: isinstance(e, KeyError))))
print(g.subgroup(OSError), g.split(OSError)[0], g.split(ExceptionGroup)[1], g.subgroup((TypeError, KeyError)))
print(repr(g.derive([OSError(5)])))
for bad in (5, "x", int, (ValueError, 5)):
    try:
        g.split(bad)
    except TypeError as e:
        print(e)


class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message + "!", excs)


m = MyGroup("mine", [ValueError(1), TypeError(2)])
print(repr(m.subgroup(ValueError)), type(m.split(TypeError)[0]).__name__)
g.add_note("noted")
print(g.subgroup(ValueError).__notes__)
