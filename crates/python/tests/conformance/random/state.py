import random

r = random.Random(5)
r.random()
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print([r.random() for _ in range(3)] == first, state[0], len(state[1]), state[1][-1])
a, b = random.Random(9), random.Random(9)
print([a.random() for _ in range(700)] == [b.random() for _ in range(700)], a.random())
print(random.Random("x").random() == random.Random("x").random(), random.Random(1).random() != random.Random(2).random())
