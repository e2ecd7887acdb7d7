# A list asks for more room than it needs, so that appending stays cheap.
import sys

row = []
last = 0
for number in range(12):
    size = sys.getsizeof(row)
    if size != last:
        print(len(row), "items:", size, "bytes")
        last = size
    row.append(number)
