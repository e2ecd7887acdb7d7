for e in (Exception(), Exception("one"), Exception("one", 2), KeyError("k"), KeyError("k", 1), KeyError(), OSError(2, "msg"), OSError(2, "msg", "file"),
          OSError("just one"), OSError(2, "msg", "a", None, "b"), SystemExit(), SystemExit(5), StopIteration(1, 2), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
          SyntaxError("msg"), SyntaxError("msg", ("f.py", 3, 5, "text")), ImportError("no", name="n", path="p"), AttributeError("a", name="x", obj=1),
          UnicodeEncodeError("ascii", "é", 0, 1, "ordinal"), ValueError(["list"]), ValueError(None), NameError("n", name="q")):
    print(repr(e), "|", str(e), "|", e.args)
e = Exception(1)
e.args = (2, 3)
print(e, repr(e), e.args)
for attempt in (lambda: setattr(e, "args", 5), lambda: OSError(1, 2, 3, 4, 5, 6), lambda: UnicodeDecodeError(1), lambda: ImportError(x=1), lambda: ValueError(x=1),
                lambda: setattr(e, "__traceback__", 5), lambda: setattr(e, "__cause__", 5), lambda: setattr(e, "__context__", "x"), lambda: delattr(e, "args")):
    try:
        attempt()
    except TypeError as x:
        print(x)
print(type(OSError(2, "x")).__name__, type(OSError(17, "x")).__name__, OSError(13, "p").errno, OSError(2, "s").strerror, OSError(2, "s", "f").filename)
# conformance: not yet as 3.15
