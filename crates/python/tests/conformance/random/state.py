import random

random.seed(5)
random.gauss()
state = random.getstate()
first = [random.random(), random.gauss(), random.randint(0, 9)]
random.setstate(state)
print(first == [random.random(), random.gauss(), random.randint(0, 9)])
print(state[0], len(state[1]), type(state[2]).__name__)
try:
    random.setstate((9, (), None))
except ValueError as e:
    print(e)
