words = ["banana", "Apple", "cherry", "apple", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "a")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs, key=lambda p: (-p[0], p[1])))
l = [3, 1, 2]
print(l.sort(), l, sorted({3: "c", 1: "a"}), sorted("hello"), sorted([True, 0, 2.5, -1]), sorted([[2], [1, 5], [1]]), sorted([(), (1,)]))
print(sorted(range(5), key=lambda x: -x), sorted([3, 1, 2], key=None), sorted([], key=len), sorted([1.5, float("inf"), -float("inf"), 0]), sorted(["é", "z", "a", "Z"]))
for f in (lambda: sorted([1, "a"]), lambda: sorted([1, None, 2]), lambda: sorted([{}, {}]), lambda: sorted(5), lambda: sorted([1j, 2j]), lambda: sorted([1, 2], key=5), lambda: sorted([1], lambda x: x), lambda: [].sort(None), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted([1, 2], reverse="x"), lambda: sorted([2, 1], reverse=None)):
    try:
        print(f())
    except TypeError as e:
        print(e)
