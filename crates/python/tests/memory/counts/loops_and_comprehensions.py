import sys

for v in [[]]:
    print("module", sys.getrefcount(v))


def loop():
    found = []
    for v in [[], []]:
        found.append(sys.getrefcount(v))
    return found, [sys.getrefcount(v) for v in [[], []]], list(sys.getrefcount(v) for v in [[]])


print(loop(), {sys.getrefcount(v) for v in [[]]})
