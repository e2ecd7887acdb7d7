# A call that is specialised for one class runs as before for another, and is specialised anew after a while.
import sys


def made(name):
    class Made:
        def __init__(self, given):
            seen.append(sys.getrefcount(given))

    return Made


seen = []
item = []
first, second, third = (made(name) for name in "abc")
for made_class in [first] * 3 + [second] * 56 + [first] * 5 + [third, first] * 30:
    made_class(item)
print(seen)
seen.clear()


class Changed:
    total = 0

    def __init__(self, given):
        seen.append(sys.getrefcount(given))


for turn in range(60):
    Changed(item)
    if turn < 5:
        Changed.total += 1
print(seen)
