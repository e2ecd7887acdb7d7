a = [1, 2]
b = a
c = a[:]
d = list(a)
e = a.copy()
a.append(3)
print(b, c, d, e, a is b, a is c, a == b)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, grid[0] is grid[1])
grid = [[0] * 2 for _ in range(2)]
grid[0][0] = 1
print(grid)
nested = [1, [2, 3]]
shallow = nested[:]
shallow[1].append(4)
shallow[0] = 9
print(nested, shallow)
x = [1, 2, 3]
x[0], x[-1] = x[-1], x[0]
x += x
print(x)
y = x
y = y + [0]
print(len(x), len(y))
l = [1]
l.append(l)
print(l, l[1] is l, l[1][1][0], len(l))
t = (l, [t0 := 5])
print(t)
def f(items):
    items += [1]
    items = items + [2]
    return items
orig = []
print(f(orig), orig)
