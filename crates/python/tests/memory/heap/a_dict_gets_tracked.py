d = {}
d["a"] = 1
d["b"] = []
d["b"] = 2
import gc
n = gc.collect()
