r = range(3)
try:
    r[0] = 1
except TypeError as e:
    print(e)
try:
    del r[0]
except TypeError as e:
    print(e)
for i in r:
    i = 100
print(i, list(r))
for i in range(3):
    for i in range(2):
        pass
print(i)
for i in range(0):
    pass
print(i)
n = 3
for i in range(n):
    n = 10
print(i, n)
