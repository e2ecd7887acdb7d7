import sys

size = sys.getsizeof
l = list(range(10))
l[2:4] = range(20)
print(len(l), size(l))
l[5:25] = []
print(len(l), size(l))
l[:] = [1, 2]
print(len(l), size(l))
l[::2] = [5]
l *= 7
print(len(l), size(l))
del l[1::2]
print(len(l), size(l))
l.remove(5)
l.reverse()
l.sort()
print(len(l), size(l))
l *= 0
print(len(l), size(l))
