import random

for seed in (0, 1, 42, -7, 10**30, 2.5, "text", b"bytes", bytearray(b"ba"), True):
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(40), random.randint(1, 100))
random.seed("abc", version=1)
print(random.random())
try:
    random.seed([1])
except TypeError as e:
    print(e)
