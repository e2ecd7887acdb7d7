*a, b = (1, 2, 3)
print(type(a), a, b)
a, (b, *c), *d = 1, "xyz", 4, 5
print(a, b, c, d)
s = "ab"
[x, *y] = s
print(x, y)


class Box: pass


box = Box()
box.a, *box.rest = range(4)
print(box.a, box.rest)
l = [0] * 4
l[0], *l[1:3], l[3] = "wxyz"
print(l)
(a), b = 1, 2
(a) = 5
print(a, b)
