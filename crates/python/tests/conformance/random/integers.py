import random

random.seed(7)
print([random.randint(1, 6) for _ in range(12)], [random.randrange(0, 100, 5) for _ in range(6)])
print(random.getrandbits(8), random.getrandbits(70), random.randrange(10**30))
for wrong in (lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.getrandbits(-1)):
    try:
        wrong()
    except ValueError as error:
        print(type(error).__name__)
