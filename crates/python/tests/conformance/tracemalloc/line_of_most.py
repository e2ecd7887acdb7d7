import tracemalloc


def build():
    return [bytes(100 + i) for i in range(500)]


tracemalloc.start()
kept = build()
snapshot = tracemalloc.take_snapshot()
top = snapshot.statistics("lineno")[0]
print(top.traceback[0].lineno, top.size > 100_000, top.count >= 500)
print(str(top).partition(":")[2].partition(",")[0].startswith("5: size="))
by_file = snapshot.statistics("filename")[0]
print(by_file.traceback[0].lineno, by_file.size >= top.size)
