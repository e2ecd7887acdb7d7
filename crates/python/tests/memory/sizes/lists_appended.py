import sys

items = []
sizes = []
for i in range(80):
    items.append(i)
    if not sizes or sizes[-1] != sys.getsizeof(items):
        sizes.append(sys.getsizeof(items))
print(sizes)
