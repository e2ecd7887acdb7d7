import gc
class A:
    n = 0
    def __del__(self):
        A.n += 1; keep.append(self); print('del', gc.is_finalized(self))
keep = []
a = A(); print(gc.is_finalized(a))
del a
print(gc.is_finalized(keep[0]), A.n)
keep.clear(); print(A.n)
a = A(); a.me = a; del a
gc.collect(); print(gc.is_finalized(keep[0]), A.n, gc.collect())
keep[0].other = A(); keep.clear(); print(gc.collect(), A.n, len(keep))
def g():
    try: yield
    finally: keep.append(x); print('closing', gc.is_finalized(x))
x = g(); next(x); print(gc.is_finalized(x)); y = [x]; 
del x; y.clear() if 0 else None
x = y.pop(); x.close(); print(gc.is_finalized(x))
