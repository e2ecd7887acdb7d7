if (n := 10) > 5:
    print(n)
print([y := 1, y**2, y + 1], y)
print([last := i for i in range(4)], last)


def f():
    total = 0
    return [total := total + v for v in range(5)], total


print(f())
data = [1, 2, 3, 4]
print(any((hit := v) > 2 for v in data), hit)
while (chunk := data[:2]):
    print(chunk)
    del data[:2]
print((a := 1, 2), a)
x = (y := 5) + (z := y * 2)
print(x, y, z)
print(f"{(w := 3)} {w}")
