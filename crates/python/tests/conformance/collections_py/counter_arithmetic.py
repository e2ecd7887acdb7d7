from collections import Counter

a, b = Counter(x=3, y=1), Counter(x=1, z=2)
print(a + b, a - b, a & b, a | b, +Counter(n=-1, p=1), -Counter(n=-1))
print(a == Counter(x=3, y=1, w=0), a >= Counter(x=1), a < b, Counter(x=1) <= a, a != b)
a += b
print(a)
a -= Counter(x=9)
a |= Counter(q=1)
a &= Counter(q=5, z=1)
print(a)
words = Counter("the cat the dog the end".split())
print(words.most_common(1), Counter([1, 1.0, True]), Counter({"a": None}))
