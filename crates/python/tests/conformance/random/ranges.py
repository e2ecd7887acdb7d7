import random

random.seed(3)
print([random.randrange(10) for _ in range(10)], [random.randrange(5, 50, 5) for _ in range(8)])
print([random.randint(-3, 3) for _ in range(8)], random.randrange(10**25), random.randrange(10, 0, -3))
print(random.randbytes(6), random.getrandbits(1), random.getrandbits(0), random.getrandbits(100))
for call in (
    lambda: random.randrange(0),
    lambda: random.randrange(5, 5),
    lambda: random.randrange(1, 10, 0),
    lambda: random.randint(2, 1),
    lambda: random.choice([]),
    lambda: random.sample([1], 2),
    lambda: random.sample({1, 2}, 1),
    lambda: random.choices([1, 2], [1], k=1),
    lambda: random.choices([1], [0]),
    lambda: random.getrandbits(-1),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# conformance: not yet as 3.14, 3.15
