from tracemalloc import Frame, Statistic, StatisticDiff, Trace, Traceback

tb = Traceback([("a.py", 3)])
for size, count in ((0, 0), (1, 1), (999, 3), (10239, 2), (10240, 1), (123456, 100), (5 * 2**20, 7), (2**45, 1)):
    print(Statistic(tb, size, count))
print(StatisticDiff(tb, 2048, 1024, 4, 2))
print(StatisticDiff(tb, 0, -20480, 0, -3))
print(repr(Statistic(tb, 10, 1)), repr(StatisticDiff(tb, 10, -5, 1, -1)))
print(tb, repr(tb), repr(tb[0]), len(tb), Frame(("a.py", 3)) == tb[0])
print(Trace((0, 2000, (("b.py", 1),))), Statistic(tb, 1, 1) == Statistic(tb, 1, 1))
