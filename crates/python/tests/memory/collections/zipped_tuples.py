# zip has the next tuple before it asks for items, and uses one again that nobody kept.
letters = ["a", "b"]
pairs = zip(letters, letters)
first = next(pairs)
second = next(pairs)
del first, second, pairs
pairs = zip(letters, letters)
kept = list(pairs)
del pairs
for pair in zip(letters, letters):
    pass
table = dict(zip(letters, [1, 2]))
