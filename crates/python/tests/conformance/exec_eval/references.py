# What exec holds while it runs, and that it lets go of it.
import gc
import sys
import weakref


class Value:
    pass


value = Value()
alive = weakref.ref(value)
names = {"value": value, "sys": sys}
del value
exec("print(sys.getrefcount(value))", names)
exec("def f(): return value\nf()\ndel f", names)
print(alive() is not None)
del names["value"]
print(alive() is None)
print(sys.getrefcount(names))
exec("import sys; print(sys.getrefcount(names))", {"names": names})
names["self"] = names
ref = weakref.ref(Value())
del names
print(gc.collect() > 0)
