# A call that is specialised for one class runs as before for another, and is specialised anew after a while.
import sys


def made():
    class Made:
        __init__ = lambda self, given: seen.append(sys.getrefcount(given))

    return Made


seen = []
first, second = made(), made()
for made_class in [first] * 3 + [second] * 55 + [first] * 2:
    made_class(seen)
print(seen)
seen.clear()
for turn in range(4):
    second(seen)
    second.total = turn
print(seen)
