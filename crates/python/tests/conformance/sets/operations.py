a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9], (8,)), a.intersection([1, 3], {3}), a.difference([1], [2]), a.symmetric_difference([1, 7]), a <= {1, 2, 3, 4}, a < a, a >= {1}, a.issubset([1, 2, 3]), a.issuperset(()), a.isdisjoint([7]), a == {3, 2, 1}, a != b, {1} < {1, 2}, set() <= set())
s = {1, 2}
s.add(3); s.add(2); s.discard(9); s.discard(1); s.update([5, 6], (7,)); s.remove(2)
print(s, len(s), 5 in s, s.copy() is s, sorted(s), s.pop() in (3, 5, 6, 7))
s.intersection_update([5, 6, 7]); s.difference_update([5]); s.symmetric_difference_update([6, 10])
print(s)
s.clear()
print(s, set("hello") == set("olleh"), {*"ab"} == {"a", "b"}, set(range(5)), {True, 1, 1.0}, {0, False}, frozenset([1, 2]) == {1, 2}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1])}, type(frozenset([1]) | {2}), type({2} | frozenset([1])))
for f in (lambda: {[]}, lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [1], lambda: {1} + {2}, lambda: {1} < 5, lambda: {1}.update(5), lambda: set(5), lambda: {1}.add([]), lambda: hash({1}), lambda: frozenset().add(1), lambda: {1}.union(5), lambda: {1}.add(1, 2), lambda: [] in {1}, lambda: {1} in {frozenset([1])}, lambda: {1}.remove({2}), lambda: set(1, 2), lambda: {1} & [1], lambda: {1}.discard([])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
