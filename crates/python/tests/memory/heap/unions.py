import gc

gc.collect()
x = int | str
gc.collect()
print(gc.is_tracked(x), len(gc.get_referents(x)), x == str | int)
y = [int | None, str | bytes]
gc.collect()
print(isinstance(1, int | str), gc.get_count())
x = y = None
print(gc.collect())
