import gc


def f():
    gc.collect()
    vars()
    a = b = 1
    gc.collect()
    locals()
    gc.collect()
    vars(), dir()
    gc.collect()


gc.collect()
vars()
gc.collect()
f()
gc.collect()
f()
