from itertools import zip_longest

print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(zip_longest("ab")))
print(list(zip_longest([], [])), list(zip_longest("a", "bc", "def")))


def one():
    yield 1
    raise ValueError("broken")


it = zip_longest("abc", one())
print(next(it))
try:
    next(it)
except ValueError as error:
    print(error)
print(list(it))
for make in (lambda: zip_longest("a", fill=1), lambda: zip_longest("a", 5)):
    try:
        make()
    except TypeError as error:
        print(error)
