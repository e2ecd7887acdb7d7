from itertools import count, islice, repeat
import operator

print(count(), count(5), count(5, 2), count(1.5), count(1.5, 1), count(10**30), count(True), count(step=0))
print(list(islice(count(10), 3)), list(islice(count(1, -2), 3)), list(islice(count(0.5, 0.25), 3)))
it = count(2**63 - 2)
print([next(it) for _ in range(4)], it)
for wrong in ("a", [1]):
    try:
        count(wrong)
    except TypeError as error:
        print(error)
print(repeat(1), repeat("x", 2), repeat([], -3), list(repeat(7, 3)), list(repeat(7, times=0)))
it = repeat("y", 3)
next(it)
print(it, operator.length_hint(it), list(map(pow, range(4), repeat(2))))
try:
    repeat(1).__length_hint__()
except TypeError as error:
    print(error)
