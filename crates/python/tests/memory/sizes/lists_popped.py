import sys

items = list(range(40))
sizes = []
while items:
    sizes.append(sys.getsizeof(items))
    items.pop()
print(sizes, sys.getsizeof(items))
