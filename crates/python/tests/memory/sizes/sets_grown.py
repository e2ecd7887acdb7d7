import sys

size = sys.getsizeof
s = set()
sizes = []
for i in range(400): s.add(i); sizes.append(size(s))
print([(i + 1, sizes[i]) for i in range(400) if i == 0 or sizes[i] != sizes[i - 1]])
print(size(s.copy()), size(frozenset(s)), size(set(s)), size(s | {1000}), size(s & {1, 2}), size(s - {1}))
while len(s) > 3: s.pop()
print(size(s), size(s.copy()))
s.add(5000)
print(size(s))
s.clear()
print(size(s), size(frozenset()), size({1, 2, 3, 4}), size({1, 2, 3, 4, 5}), size(set(range(20))), size(set([1] * 50)))
s.update(range(100))
print(size(s))
