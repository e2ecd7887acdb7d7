for slots in ("x", ("x", "y"), ["a"], {"k": "doc"}, (), iter(["i"]), ("__dict__",), ("__weakref__", "x"), ("__private",)):
    C = type("C", (), {"__slots__": slots})
    print([n for n in sorted(C.__dict__) if n not in ("__module__", "__doc__", "__slots__", "__firstlineno__", "__static_attributes__")])
for slots in (("1x",), (1,), 5, ("x", "x"), ("__dict__", "__dict__"), ("a b",)):
    try:
        type("C", (), {"__slots__": slots})
        print("ok")
    except TypeError as e:
        print(e)
try:
    class D:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)
try:
    class T(tuple):
        __slots__ = ("x",)
except TypeError as e:
    print(e)
class T(tuple):
    __slots__ = ()
try:
    T().x = 1
except AttributeError as e:
    print(e)
print(type("C", (), {"__slots__": {"k": "doc"}}).k.__doc__)
# conformance: not yet as 3.15
