class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", cls.__name__, name)
        Plugin.registry[name or cls.__name__] = cls


class A(Plugin): pass
class B(Plugin, name="bee"): pass
class C(B): pass


print(sorted(Plugin.registry))
for kw in ({"wrong": 1}, {"name": "x", "other": 2}):
    try:
        type("D", (Plugin,), {}, **kw)
    except TypeError as e:
        print(e)
try:
    class E(metaclass=type, x=1): pass
except TypeError as e:
    print(e)
print(Plugin.__init_subclass__.__self__)
