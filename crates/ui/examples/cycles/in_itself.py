# The smallest cycle: a list that holds itself.
import gc

gc.collect()
box = ["a key"]
box.append(box)
print(box)
del box
print("lost in its own box")
print("unreachable objects found:", gc.collect())
