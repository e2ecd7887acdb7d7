import random

a, b = random.Random(7), random.Random(7)
print([a.random() for _ in range(2)] == [b.random() for _ in range(2)], a.randint(1, 6), b.choice("abc"))


class Fixed(random.Random):
    def random(self):
        return 0.25


f = Fixed(1)
print(f.random(), f.uniform(0, 8), f.randrange(10), f.choice("abcdefgh"), f.choices([1, 2, 3, 4], k=2))
items = [1, 2, 3, 4]
f.shuffle(items)
print(items)
