import cProfile
import pstats


def f():
    pass


def profile():
    p = cProfile.Profile()
    p.runcall(f)
    return p


stats = pstats.Stats(profile(), profile())
stats.add(profile())
print([(func[2], row[0], row[1]) for func, row in sorted(stats.stats.items(), key=lambda i: i[0][2])])
try:
    pstats.Stats(5)
except TypeError as e:
    print("TypeError")
try:
    pstats.Stats(cProfile.Profile())
except TypeError as e:
    print("TypeError")
# conformance: not yet as 3.15
