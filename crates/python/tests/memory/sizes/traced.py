# tracemalloc's totals grow and shrink by the sizes of the objects that live.
import sys
import tracemalloc

tracemalloc.start()


def traced():
    return tracemalloc.get_traced_memory()[0]


print(abs((lambda before: (bytes(100_000), traced())[1] - before)(traced()) - 100_033) < 2000)
print(abs((lambda before: ([[] for _ in range(1000)], traced())[1] - before)(traced()) - 1000 * 56 - 8856) < 2000)
print(abs((lambda before: traced() - before)(traced())) < 2000, tracemalloc.get_traced_memory()[1] > 100_000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
