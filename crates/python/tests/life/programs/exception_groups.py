import gc
def f():
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), OSError(2, "no")])])
try:
    f()
except ExceptionGroup as e:
    e.add_note("n1")
    try:
        raise e.exceptions[0]
    except ValueError: pass
    raise
