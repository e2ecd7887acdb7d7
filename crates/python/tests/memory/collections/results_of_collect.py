import gc
class N: pass
gc.collect()
l = []; l.append(l); del l
print(gc.collect())
x, y = N(), N(); x.o, y.o = y, x; del x, y
print(gc.collect())
def outer():
    def inner(): return inner
outer()
print(gc.collect())
