# Straight lines go on while a collection is due; the loop's way back, a call and a class do not.
import gc

gc.set_threshold(3)
a = [[], [], [], []]
b = []
c = a + b
d = -1 * 2 if c else {}
del c
e = [a, b][0]
import gc
try:
    raise ValueError
except ValueError:
    pass
c = [e, {}]
for i in range(2):
    d = [i]
gc.set_threshold(0)
