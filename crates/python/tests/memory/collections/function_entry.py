import gc
def f():
    return 1
gc.set_threshold(3)
a = [[], [], [], [], []]
b = f()
gc.set_threshold(0)
n = gc.get_stats()[0]["collections"] > 0
