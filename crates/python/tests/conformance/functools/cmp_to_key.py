from functools import cmp_to_key

by_length = cmp_to_key(lambda a, b: len(a) - len(b))
print(sorted(["ccc", "a", "bb", "d"], key=by_length), max(["a", "bbb", "cc"], key=by_length))
k = by_length("xx")
print(k.obj, k == by_length("yy"), k < by_length("zzz"), k >= by_length("z"))
for wrong in (lambda: k < 5, lambda: hash(k), lambda: by_length(), lambda: by_length(1, 2), lambda: cmp_to_key()):
    try:
        wrong()
    except TypeError as error:
        print(error)


def complain(a, b):
    raise ValueError(f"{a} {b}")


try:
    sorted([2, 1], key=cmp_to_key(complain))
except ValueError as error:
    print(error)
