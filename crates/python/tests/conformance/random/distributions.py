import random

r = random.Random(3)
for draw in (r.uniform, r.gauss, r.normalvariate):
    print(draw.__name__, draw(2, 3), draw(2, 3))
print(r.triangular(0, 10, 2), r.expovariate(2), r.betavariate(1, 2), r.gammavariate(2, 1), r.lognormvariate(0, 1))
print(r.vonmisesvariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2))
