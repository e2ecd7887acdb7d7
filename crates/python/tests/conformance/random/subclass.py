import random


class Loaded(random.Random):
    def random(self):
        return 0.25


r = Loaded(1)
print(r.random(), r.uniform(0, 8), r.choice("abcd"), isinstance(r, random.Random))
