import gc
class A:
    def __del__(self):
        pass
max(A(), A(), key=id)
min([1, 2], default=3)
max([], default=A())
for g in range(2):
    max([1, 2], key=str)
    gc.collect()
