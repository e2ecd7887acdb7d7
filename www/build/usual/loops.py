shelf = {"jam": 3, "tea": 1}
for name, count in shelf.items():
    print(f"{name}: {count:>3}")
for name in shelf:
    print(name)
for key in shelf.keys():
    print(key)
for value in shelf.values():
    print(value)
for index, letter in enumerate("ab"):
    print(index, letter)
for left, right in zip([1, 2], (3, 4)):
    print(left + right)
for item in {1, 2}:
    print(item)
for n in range(5, 0, -2):
    print(n)
for item in reversed([1, 2]):
    print(item)
for pair in map(lambda x: (x, -x), [1.5, 2]):
    print(pair)
for n in filter(lambda x: x > 1, [1, 2]):
    print(n)
for n in (x * 2 for x in range(2)):
    print(n)
for byte in b"ab":
    print(byte)
rows = iter([[1, 2], [3, 4]])
for a, b in rows:
    print(a, b)


def walk(tree, depth=0):
    total = 0
    for branch in tree:
        if isinstance(branch, list):
            total += walk(branch, depth + 1)
        else:
            total += branch
    return total


print(walk([1, [2, [3, 4]], 5]))
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    if steps > 4:
        break
print(n, steps)
