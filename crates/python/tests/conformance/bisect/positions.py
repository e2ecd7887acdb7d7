import bisect

a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 4), bisect.bisect(a, 3, 0, 2))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, bisect.bisect_left(["a", "bb", "ccc"], 2, key=len))
try:
    bisect.bisect([1], 1, lo=-1)
except ValueError as error:
    print(error)


def grade(score, marks=(60, 70, 80, 90), letters="FDCBA"):
    return letters[bisect.bisect(marks, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90)])
# conformance: not yet as 3.15
