from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), sum(c.values()))
c.update("aaz")
c.subtract({"b": 5})
print(c, +c, -c, c.total())
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3) | Counter(b=2), sorted(Counter(a=2, b=0, c=1).elements()))
del c["a"]
print("a" in c, c == Counter(c), Counter(a=1) <= Counter(a=2), Counter(), Counter([1, 1, 2]))
