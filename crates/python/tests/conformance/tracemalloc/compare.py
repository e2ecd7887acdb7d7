import tracemalloc

tracemalloc.start()
first = tracemalloc.take_snapshot()
cache = {i: str(i) * 50 for i in range(1000)}
second = tracemalloc.take_snapshot()
diff = second.compare_to(first, "lineno")[0]
print(diff.traceback[0].lineno, diff.size_diff > 50_000, diff.count_diff >= 1000, diff.size == diff.size_diff)
cache.clear()
third = tracemalloc.take_snapshot()
diff = third.compare_to(second, "lineno")[0]
print(diff.traceback[0].lineno, diff.size_diff < -50_000, diff.count_diff <= -1000)
