# The third threshold is always 0, the second one sets the rate of scanning.
import gc

print(gc.get_threshold())
gc.set_threshold(100, 20, 30)
print(gc.get_threshold())
gc.set_threshold(50)
print(gc.get_threshold())
try:
    gc.set_threshold()
except TypeError as error:
    print(error)
gc.set_threshold(0)
before = gc.get_stats()[1]["collections"]
keep = [[] for _ in range(5000)]
print(gc.get_stats()[1]["collections"] - before)
