# From the second time on len, isinstance, type and append leave a collection that is due to the next instruction that looks.
import gc

items = []
gc.set_threshold(4)
for turn in range(3):
    a = None
    a = {1}, {2}, {3}, {4}, {5}, {6}
    items.append(turn)
    a = None
    a = {1}, {2}, {3}, {4}, {5}, {6}
    n = len(items)
    a = None
    a = {1}, {2}, {3}, {4}, {5}, {6}
    n = isinstance(n, int)
    a = None
    a = {1}, {2}, {3}, {4}, {5}, {6}
    n = type(n) is bool
    n = items.append(n)
    n = max(1, 2)
gc.set_threshold(0)
