# `s += x` grows a local str in place where nobody else refers to it; others keep what they had.
import sys


def build(n):
    s = ""
    seen = {}
    kept = None
    for i in range(n):
        s += str(i)
        if i == 3:
            kept = s
        if i == 6:
            seen[s] = i
        s = s + "é" if i == 8 else s
    return s, kept, seen


print(build(12))


def sizes():
    s = "ab"
    for _ in range(5):
        s += s
    print(len(s), sys.getsizeof(s), sys.getrefcount(s), hash(s) == hash("ab" * 32))
    t = "x"
    for c in "yzé€😀w":
        t += c
    print(t, len(t), t[-3:])


sizes()


class S(str):
    def __add__(self, other):
        return "added"


def subclass():
    for _ in range(3):
        s = S("a")
        s += "b"
        t = "q"
        t += S("w")
    print(s, t)


subclass()


def long():
    s = ""
    for _ in range(100_000):
        s += "x"
    return len(s)


print(long())
