import time

wall, counter, running = time.time(), time.perf_counter(), time.process_time()
for _ in range(10000):
    pass
print(time.time() >= wall, time.perf_counter() > counter, time.process_time() >= running)
before = time.monotonic()
time.sleep(0.05)
print(0.04 < time.monotonic() - before < 5)
print(type(time.time_ns()), type(time.perf_counter_ns()), type(time.thread_time()))
first = time.perf_counter_ns()
time.sleep(0)
print(time.perf_counter_ns() > first)
