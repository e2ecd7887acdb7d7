from sys import getrefcount as R
items = [[], []]
for x in items:
    n = R(x)
def loop():
    for y in items:
        n = R(y)
    return n
n = loop()
n = [R(z) for z in items]
