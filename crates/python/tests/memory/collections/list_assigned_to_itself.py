items = [9, 4, 7, 1]
try:
    items[::2] = items
except ValueError as error:
    print(error)
first = [1]
second = [2]
items[:] = items
items[::-1] = items
third = [3]
fourth = [4]
print(items)
