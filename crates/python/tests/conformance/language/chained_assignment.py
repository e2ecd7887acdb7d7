a = b = c = [0]
a.append(1)
print(a, b, c, a is c)
x, y = z = 1, 2
print(x, y, z)
i = l = [0, 1, 2]
i[0] = i = 5
print(i, l)
(a, b), c = d = [(1, 2), 3]
print(a, b, c, d)
n = [0] * 3
k = 0
k = n[k] = 1
print(k, n)
first = second = third = iter("abc")
print(next(first), next(second), next(third))
def f():
    p = q = object()
    return p is q
print(f())
