import random

random.seed(1)
items = list(range(10))
random.shuffle(items)
print(items)
print([random.choice("abcdef") for _ in range(10)])
print(random.sample(range(100), 5), random.sample("abcdefgh", 8), random.sample(range(10**6), 4))
print(random.choices([1, 2, 3], k=6), random.choices("xyz", weights=[5, 1, 1], k=8))
print(random.choices("xyz", cum_weights=[1, 3, 6], k=4), random.sample(["a", "b"], counts=[3, 2], k=4))
