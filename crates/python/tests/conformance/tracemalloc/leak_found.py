import tracemalloc

log = []


def handle(i):
    work = [j for j in range(1000, 1100)]
    log.append("x" * (200 + i))
    return len(work)


tracemalloc.start()
before = tracemalloc.take_snapshot()
for i in range(300):
    handle(i)
after = tracemalloc.take_snapshot()
top = after.compare_to(before, "lineno")[0]
print(top.traceback[0].lineno, top.count_diff >= 300)
