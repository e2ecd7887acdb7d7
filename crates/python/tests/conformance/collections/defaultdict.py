from collections import defaultdict

words = defaultdict(list)
for word in ("apple", "bean", "avocado"):
    words[word[0]].append(word)
print(words, dict(words), words.default_factory)
counts = defaultdict(int, a=1)
counts["b"] += 2
print(counts, counts.get("z"), "z" in counts, len(counts))
counts.default_factory = None
try:
    counts["z"]
except KeyError as error:
    print("KeyError", error)
print(counts.copy(), counts | {"c": 3}, {"c": 3} | counts)
for wrong in (lambda: defaultdict(5), lambda: defaultdict(int, 1, 2), lambda: defaultdict(int, 5)):
    try:
        wrong()
    except TypeError as error:
        print(error)


def failing():
    raise ValueError("no default")


try:
    defaultdict(failing)["x"]
except ValueError as error:
    print(error)
