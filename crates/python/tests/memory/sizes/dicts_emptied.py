import sys

size = sys.getsizeof
d = {}
sizes = []
for i in range(60):
    d[i] = i
    if i > 3: del d[i - 4]
    sizes.append(size(d))
print(sorted(set(sizes)), sizes[-1])
while d: d.popitem()
print(size(d))
d[1] = 1
print(size(d))
d = {1: 1, 2: 2}
print(d.pop(1), d.setdefault(3, 4), size(d))
e = {'x': 1}
del e['x']
e[0] = 1
print(size(e))
