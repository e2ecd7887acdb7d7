import random

for seed in (0, 1, 42, -42, 2**40 + 3, 10**50, 1.5, "text", b"bytes", True):
    random.seed(seed)
    print(repr(seed)[:20], random.random(), random.random())
