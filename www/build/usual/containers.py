import math
import sys

words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
    print(f"{word:<8}{count:>3} {count / len(words):.1%}")
squares = [n * n for n in range(10) if n % 2 == 0]
print(squares, squares[1:3], squares[::-1], sum(squares), max(squares), min(squares))
pairs = dict(zip("abc", range(3)))
pairs.update(d=4)
pairs["e"] = pairs.pop("a")
del pairs["b"]
print(pairs, list(pairs), "c" in pairs, {v: k for k, v in pairs.items()})
print({1, 2, 3} & {2, 3, 4}, {1, 2} | {3}, {1, 2} - {2}, frozenset([1]))
matrix = [[0] * 3 for _ in range(2)]
matrix[0][1] = 5
print(matrix, tuple(matrix[0]), len(matrix))
first, *rest = squares
print(first, rest, any(rest), all(rest), list(enumerate("ab")), list(reversed(rest)))
text = "Hello, World"
print(text.upper(), text.lower(), text.replace("l", "L"), text.find("W"), text[::2], text.split(", "))
print("-".join(["a", "b"]), "  x ".strip(), "abc".startswith("a"), "%s is %d" % ("it", 3), "{} {!r}".format(1, "x"))
print(7 // 2, 7 % 2, -7 // 2, 2**10, 2**100, 7 / 2, round(2.675, 2), abs(-3), divmod(7, 3), math.sqrt(2), math.pi)
print(0x1F, 0b101, 1e3, 1.5e-7, float("inf"), int("42"), str(3.0), bool([]), None is None)
numbers = [3, 1, 2]
numbers.sort(reverse=True)
numbers.append(4)
numbers.extend([5, 6])
numbers.insert(0, 9)
numbers.remove(1)
print(numbers, numbers.pop(), numbers.index(3), numbers.count(9), sorted(numbers))
print(sys.getsizeof([]), sys.getrefcount(numbers), id(numbers) == id(numbers), type(numbers), isinstance(1, int))
while numbers:
    numbers.pop()
    if len(numbers) == 2:
        continue
    if len(numbers) == 1:
        break
else:
    print("never")
