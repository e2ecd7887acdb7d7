import cProfile
import pstats
from pstats import SortKey


def leaf():
    return 1


def middle():
    return leaf() + leaf()


def top():
    return [middle() for _ in range(3)]


p = cProfile.Profile()
p.runcall(top)
stats = pstats.Stats(p)
stats.strip_dirs().sort_stats("ncalls", "name")
print(stats.total_calls, stats.prim_calls, [func[2] for func in stats.fcn_list])
stats.sort_stats(SortKey.NAME)
print([func[2] for func in stats.fcn_list], stats.sort_type)
stats.reverse_order()
print([func[2] for func in stats.fcn_list])
stats.sort_stats("nfl")
print(stats.sort_type, stats.sort_stats(-1).sort_type, stats.sort_stats("cumu", "tott").sort_type)
try:
    stats.sort_stats("calls", 1)
except TypeError as e:
    print(e)
