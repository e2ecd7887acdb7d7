import sys

size = sys.getsizeof
print([size({i: i for i in range(n)}) for n in (0, 1, 5, 6, 10, 11, 21, 22, 42, 43, 85, 86, 170, 171)])
print([size({str(i): i for i in range(n)}) for n in (0, 1, 5, 6, 10, 11, 21, 22, 42, 43, 85, 86, 170, 171)])
d = {'a': 1}
print(size(d))
d[1] = 2
print(size(d))
del d[1]
print(size(d), size(d.copy()), size(dict(d)), size({**d}))
for i in range(5): d[f'k{i}'] = i
print(size(d))
