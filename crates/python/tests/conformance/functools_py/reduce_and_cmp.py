from functools import cmp_to_key, reduce

print(reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, [], 0), reduce(lambda a, b: a + [b], "ab", []))
try:
    reduce(max, [])
except TypeError as error:
    print(error)


def by_length(a, b):
    return len(a) - len(b)


words = ["ccc", "a", "bb", "d"]
print(sorted(words, key=cmp_to_key(by_length)), max(words, key=cmp_to_key(by_length)))
