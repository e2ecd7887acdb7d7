import cProfile
import io
import pstats


def leaf(n):
    return n if n == 0 else leaf(n - 1)


def top():
    leaf(3)
    return len([1])


p = cProfile.Profile()
p.runcall(top)
out = io.StringIO()
stats = pstats.Stats(p, stream=out).strip_dirs().sort_stats("name")
stats.print_stats()
stats.print_stats(2)
stats.print_stats("leaf")
stats.print_stats("l.*f|top", 1)
stats.print_callers("leaf")
stats.print_callees("top")
for line in out.getvalue().splitlines():
    line = line.replace("0.001", "0.000")
    print(line.partition(" in ")[0] if "seconds" in line else line)
