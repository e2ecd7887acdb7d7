from itertools import accumulate
import operator

print(list(accumulate([1, 2, 3, 4])))
print(list(accumulate([1, 2, 3, 4], operator.mul)))
print(list(accumulate(["a", "b", "c"], lambda total, item: item + total)))
print(list(accumulate([1, 2], initial=100)), list(accumulate([], initial=7)), list(accumulate([])))
it = accumulate([[1], [2]])
first = next(it)
print(first, next(it), first)
try:
    list(accumulate([1, "x"]))
except TypeError as error:
    print(error)
try:
    accumulate()
except TypeError as error:
    print(error)
