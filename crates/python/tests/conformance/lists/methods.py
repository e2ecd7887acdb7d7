l = [3, 1, 2]
l.append(4); l.extend("ab"); l.insert(1, "i"); l.insert(-1, "n"); l.insert(100, "end"); l.insert(-100, "start")
print(l, l.index(2), l.count(1), l.pop(), l.pop(0), l.pop(-2), len(l))
l.remove("i"); l.reverse()
print(l, l.copy() == l, l.copy() is l, l * 2, l + [0], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, [2]] == [1, [2]])
l.clear()
print(l, [0] * 3, [[]] * 2, [1] * -1, list("abc"), list({1: 2}), [1, 2].index(2, 1), 1 in [True], [1.0].index(1))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [].remove(1), lambda: [1].index(2), lambda: [].append(), lambda: [1, 2].index(1, 1), lambda: [] + (), lambda: [] * "a", lambda: [1, "a"].sort(), lambda: [].insert(1), lambda: [1].pop("x"), lambda: list(5), lambda: [].extend(5), lambda: [1] + None, lambda: hash([]), lambda: [0] * 1.5, lambda: [3, 2].index(5, 0, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
