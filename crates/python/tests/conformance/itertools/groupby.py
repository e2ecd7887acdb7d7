from itertools import groupby

for key, group in groupby("aaabbca"):
    print(key, list(group))
print([(key, list(group)) for key, group in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
groups = [group for _, group in groupby("aab")]
print([list(group) for group in groups])
it = groupby("aabb")
key, first = next(it)
print(key, next(first))
key, second = next(it)
print(key, list(first), list(second))


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("compare", self.n, other.n)
        return self.n == other.n


print([len(list(group)) for _, group in groupby([1, 1, 2], Key)])
try:
    next(groupby([1], 5))
except TypeError as error:
    print(error)
