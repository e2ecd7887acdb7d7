import tracemalloc

tracemalloc.start()
data = ["x" * 1000 + str(i) for i in range(1000)]
now, peak = tracemalloc.get_traced_memory()
print(now > 1_000_000, peak >= now)
del data
later, peak_later = tracemalloc.get_traced_memory()
print(later < 100_000, peak_later >= now)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < 100_000)
big = bytes(500_000)
big = None
print(tracemalloc.get_traced_memory()[1] >= 500_000)
tracemalloc.clear_traces()
print(tracemalloc.get_traced_memory()[0] < 10_000)
