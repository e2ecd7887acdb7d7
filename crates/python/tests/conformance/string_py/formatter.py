from string import Formatter

f = Formatter()
print(f.format("{0} {name!r:>6} {1[0]}", 1, [2], name="n"))
print(list(f.parse("a{b!r:c}d{{}}{}")), f.format("{} {}", 1, 2), f.vformat("{x:{w}}|", (), {"x": 1, "w": 4}))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Default().format("{a} {b}", a=1))
for wrong in ("{} {0}", "{0} {}"):
    try:
        f.format(wrong, 1, 2)
    except ValueError as error:
        print(error)
# conformance: not yet as 3.14, 3.15
