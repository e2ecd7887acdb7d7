import gc
gc.disable()
class Node:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("unreachable")
print(gc.collect())
print(gc.collect())
n = Node("self")
n.me = n
del n
gc.collect()
l = []
l.append(l)
del l
print(gc.collect())
d = {}
d["self"] = d
d["node"] = Node("in dict")
del d
print(gc.collect(), gc.garbage)
def f():
    def g(): return g
    return None
f()
print(gc.collect())
try:
    raise ValueError
except ValueError as e:
    kept = e
    here = kept.__traceback__
del kept, here
print(gc.collect() >= 0, gc.isenabled())
