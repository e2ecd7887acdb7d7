import gc
class N:
    pass
x = N()
y = N()
x.o = y
y.o = x
del x
del y
n = gc.collect()
