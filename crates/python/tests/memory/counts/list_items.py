from sys import getrefcount as R
a = []
l = [a]
print(R(a))
l.append(a)
print(R(a))
l *= 3
print(R(a), len(l))
m = l[:2]
print(R(a), R(l[0]), R(m))
l.pop()
print(R(a))
del l[1:]
print(R(a))
l[0] = None
print(R(a))
m.clear()
print(R(a))
l.extend([a, a])
l.insert(0, a)
print(R(a))
l.remove(a)
print(R(a), l.index(a), l.count(a), R(a))
