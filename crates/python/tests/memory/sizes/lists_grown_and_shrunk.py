import sys

size = sys.getsizeof
l = []
print([size(l) for i in range(40) if not l.append(i)])
print([size(l) for i in range(40) if l.pop() is not None])
l = []
print([size(l) for i in range(20) if not l.insert(0, i)])
print([size(l) for i in range(20) if l.pop(0) is not None])
l = [0] * 9
l.extend((1, 2, 3))
print(size(l))
l.extend([1] * 30)
print(size(l))
l += iter('abc')
print(size(l), size(l * 2), size(l + l), size(l[:]), size(l.copy()), size(list(l)), size([*l]))
del l[10:]
print(size(l))
l.clear()
print(size(l))
