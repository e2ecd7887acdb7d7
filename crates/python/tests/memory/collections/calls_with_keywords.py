# From 3.14 on the first run of a call with keywords leaves a collection that is due, too.
import gc

gc.set_threshold(4)
for turn in range(3):
    a = None
    a = {1}, {2}, {3}, {4}, {5}, {6}
    n = int('1', base=10)
    n = 'a b'
    a = None
    a = {1}, {2}, {3}, {4}, {5}, {6}
    n = n.split(sep=None)
    n = 'a b'
    a = None
    a = {1}, {2}, {3}, {4}, {5}, {6}
    n = max(*n)
    n = 1
gc.set_threshold(0)
