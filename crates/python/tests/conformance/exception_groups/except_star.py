def run(*excs):
    try:
        raise ExceptionGroup("group", excs)
    except* ValueError as g:
        print("values", g.exceptions, type(g).__name__)
    except* (TypeError, KeyError) as g:
        print("types", [repr(e) for e in g.exceptions])


run(ValueError(1))
run(ValueError(1), TypeError(2), KeyError(3), ValueError(4))
try:
    run(ValueError(1), OSError(5))
except ExceptionGroup as g:
    print("left", g.exceptions)
run(ExceptionGroup("nested", [ValueError("deep"), ExceptionGroup("deeper", [TypeError("t")])]), ValueError("flat"))
try:
    raise ValueError("naked")
except* ValueError as g:
    print(type(g).__name__, g.exceptions, repr(g))
try:
    pass
except* ValueError:
    print("never")
else:
    print("else")
finally:
    print("finally")
