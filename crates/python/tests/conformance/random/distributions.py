import random

random.seed(2024)
for _ in range(3):
    print(random.uniform(1, 10), random.triangular(0, 10, 3), random.gauss(0, 1), random.normalvariate(5, 2))
    print(random.expovariate(0.5), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2))
    print(random.gammavariate(2.5, 1), random.gammavariate(1, 2), random.gammavariate(0.5, 1))
    print(random.betavariate(2, 3), random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0))
    print(random.binomialvariate(10, 0.3), random.binomialvariate(100, 0.4), random.binomialvariate(5, 0.9))
