from sys import getrefcount as R
a = []
print(R(a))
b = a
print(R(a), R(b))
b = None
print(R(a))
c = d = e = a
print(R(a))
del c, d
print(R(a))
e = 1
print(R(a))
