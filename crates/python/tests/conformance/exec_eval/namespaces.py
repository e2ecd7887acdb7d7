# Globals get the builtins; locals can be any mapping.
names = {}
exec("a = 1\nb = a + 1", names)
print(sorted(names), type(names["__builtins__"]))
outer, inner = {"x": 1}, {}
exec("y = x + 1\nglobal z\nz = y + 1", outer, inner)
print(sorted(outer), inner)


class Upper(dict):
    def __missing__(self, key):
        return key.upper()


class Log:
    def __init__(self):
        self.seen = []

    def __getitem__(self, key):
        self.seen.append(key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.seen.append((key, value))


print(eval("a + b", {}, Upper()))
log = Log()
exec("p = len('abc')", {}, log)
print(log.seen)
try:
    eval("missing", {})
except NameError as error:
    print(error)
