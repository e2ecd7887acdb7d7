import sys


def again(q):
    counts = [sys.getrefcount(q)]
    q = q
    counts.append(sys.getrefcount(q))
    r = q
    counts.append(sys.getrefcount(r))
    q = []
    counts.append(sys.getrefcount(q))
    q = q or None
    counts.append(sys.getrefcount(r))
    return counts


def caller():
    z = []
    return again(z)


print(again([]), caller())
