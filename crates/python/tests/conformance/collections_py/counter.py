from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), c.total(), sorted(c.elements())[:6])
c.update("zz")
c.subtract(a=3, b=1)
print(c, len(c), "q" in c)
del c["nothing"]
print(c.most_common()[-1], dict(c), Counter(), Counter(a=1, b=0), c.copy() == c)
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
