n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
stack = [1, [2, [3, 4]], 5]
flat = []
while stack:
    x = stack.pop()
    if isinstance(x, list):
        stack.extend(x)
        continue
    flat.append(x)
print(flat)
i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 6: break
    print(i, end=" ")
else:
    print("never")
print(i)
a, b = 48, 18
while b: a, b = b, a % b
print(a)
while i > 0 and (i := i - 3) and i != 1: print("i", i)
