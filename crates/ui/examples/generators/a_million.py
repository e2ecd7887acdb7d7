# A million numbers in memory, and then the promise of a million.
import sys

readings = [n for n in range(1_000_000)]
print("in the list:", len(readings))
print("megabytes for the list alone:", sys.getsizeof(readings) // 1_000_000)
readings = (n for n in range(1_000_000))
print("the list is gone, the first is still", next(readings))
