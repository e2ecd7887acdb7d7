class C:
    def __contains__(self, x): return x
print(1 in C(), 0 in C(), "" in C(), [] not in C(), 5 not in C())


class I:
    def __iter__(self):
        print("iter")
        yield from (1, 2, 3)


print(2 in I(), 9 in I(), 1 not in I())
print("" in "abc", "bc" in "abc", "ac" in "abc", b"b" in b"abc", 98 in b"abc", 1 in {1: 2}, 2 in {1: 2}, 1.0 in [1], (1,) in [(1,)])
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], float("nan") in [nan], {nan: 1}[nan])
for f in (lambda: 1 in "abc", lambda: 1 in 5, lambda: [] in {}, lambda: [1] in {1}, lambda: "a" in b"a", lambda: 256 in b"a", lambda: None in None):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(3 in range(10), 3.0 in range(10), "3" in range(10), 10**20 in range(10**30), -1 in range(0, 10, 2))
