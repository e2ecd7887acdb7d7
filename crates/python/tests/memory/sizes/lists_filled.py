# From a sized iterable or a constant of three items on an empty list takes as many places, rounded up to even; others are exact.
import sys

size = sys.getsizeof
a = b = 1
print([(size(l) - 56) // 8 for l in ([a], [a, b], [a, b, a], [1, 2], [1, 2, 3], [1, 2, 3, 4, 5], [0] * 3, [1, 2, 3][:3], [*(1, 2, 3)])])
l = []
l.extend(range(5))
print((size(l) - 56) // 8)
l.extend(range(5))
print((size(l) - 56) // 8)
l = [1, 2, 3, 4, 5, 6, 7, 8]
while l: l.pop(); print((size(l) - 56) // 8, end=' ')
print()
