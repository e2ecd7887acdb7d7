import gc

letters = ["a", "b"]
gc.collect()
a, b = letters
gc.collect()
a, b = 1, 2
gc.collect()
a, b, c, d = letters + letters
gc.collect()
for a, b in [letters, (1, 2), letters]:
    last = a
gc.collect()
a, *b = letters
gc.collect()
(a, b), c = [letters, 1]
c = None
