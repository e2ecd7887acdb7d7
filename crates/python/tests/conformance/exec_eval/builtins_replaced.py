# The `__builtins__` of the globals are what names are looked up in last.
def attempt(source, builtins):
    try:
        names = {"__builtins__": builtins}
        exec(source, names)
        print(names.get("result"))
    except Exception as error:
        print(type(error).__name__, error)


attempt("result = len('abc')", {})
attempt("result = len('abc')", {"len": lambda value: 42})
attempt("class A: pass", {})
attempt("import sys", {})
attempt("import anything\nresult = anything", {"__import__": lambda name, *rest: (name, rest[2:])})
attempt("from some.thing import *", {"__import__": lambda *args: 1 / 0})
attempt("def f(): return len\nresult = f() is f.__builtins__['len']", {"len": 3})
