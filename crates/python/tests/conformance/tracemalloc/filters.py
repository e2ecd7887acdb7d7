import tracemalloc
from tracemalloc import Filter, Snapshot

traces = [(0, 10, (("a.py", 1),)), (0, 20, (("b.py", 2),)), (0, 30, (("lib/c.py", 3),)), (0, 5, (("a.py", 9),))]
snapshot = Snapshot([t + (1,) for t in traces], 1)


def sizes(*filters):
    return sorted(t.size for t in snapshot.filter_traces(filters).traces)


print(sizes(Filter(True, "a.py")), sizes(Filter(False, "a.py")), sizes(Filter(True, "*.py")))
print(sizes(Filter(True, "a.py", 9)), sizes(Filter(True, "lib/*"), Filter(True, "b?py")))
print(sizes(Filter(False, "lib/*"), Filter(False, "b.py")), sizes())
print([(str(s.traceback), s.size, s.count) for s in snapshot.statistics("filename")])
try:
    snapshot.filter_traces(Filter(True, "x"))
except TypeError as e:
    print("TypeError")
for key in ("line", "size"):
    try:
        snapshot.statistics(key)
    except ValueError as e:
        print(e)
