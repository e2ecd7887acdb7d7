# Classes and functions made by exec belong to the module that the globals name.
names = {"__name__": "elsewhere"}
exec("class C:\n    def m(self): return __class__\ndef f(): return C", names)
print(names["C"], names["f"].__module__, names["C"]().m() is names["C"], names["f"]() is names["C"])
plain = {}
exec("def g(): pass\nclass D: pass", plain)
print(plain["g"].__module__, plain["D"].__module__)
exec("def recursive(n): return n * recursive(n - 1) if n else 1")
print(recursive(5))
try:
    exec("def f(): return C\nf()\nclass C: pass", {}, {})
except NameError as error:
    print(error)
