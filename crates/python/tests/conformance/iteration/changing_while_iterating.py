l = [1, 2, 3, 4]
for x in l:
    if x == 2:
        l.remove(x)
print(l)
l = [1]
for x in l:
    if len(l) < 5:
        l.append(x + 1)
print(l)
for change in ("insert", "delete", "replace", "same size"):
    d = {1: "a", 2: "b", 3: "c"}
    try:
        for k in d:
            if change == "insert": d[k + 10] = 1
            elif change == "delete": del d[k]
            elif change == "replace": d[k] = "new"
            else:
                del d[k]
                d[k + 10] = 1
        print(change, d)
    except RuntimeError as e:
        print(change, e)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
d = {1: 2}
it = iter(d.items())
d[2] = 3
try:
    next(it)
except RuntimeError as e:
    print(e)
try:
    next(it)
except (RuntimeError, StopIteration) as e:
    print(type(e).__name__, e)
