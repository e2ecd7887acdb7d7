import random

random.seed(11)
deck = list(range(12))
random.shuffle(deck)
print(deck, random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.sample(range(100), 5))
print(random.choices("ab", weights=[1, 9], k=8), random.sample("abc", 3), random.sample(["x", "y"], counts=[2, 3], k=4))
for wrong in (lambda: random.choice([]), lambda: random.sample([1], 2)):
    try:
        wrong()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
