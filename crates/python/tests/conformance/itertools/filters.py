from itertools import compress, dropwhile, filterfalse, starmap, takewhile

small = lambda n: n < 3
print(list(dropwhile(small, [1, 2, 3, 1, 4])), list(takewhile(small, [1, 2, 3, 1, 4])))
print(list(filterfalse(small, [1, 2, 3, 1, 4])), list(filterfalse(None, [0, 1, "", "a"])))
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("abc", [1])), list(compress("", [1])))
print(list(starmap(pow, [(2, 3), [3, 2], {10: 0, 3: 0}])))
it = takewhile(small, iter([1, 5, 2]))
print(next(it), next(it, "stop"), next(it, "stop"))
source = iter([1, 5, 2])
print(list(takewhile(small, source)), list(source))
for make in (dropwhile, takewhile, filterfalse, starmap):
    try:
        next(make(5, [(1, 2)]))
    except TypeError as error:
        print(make.__name__, error)
    try:
        make(small)
    except TypeError as error:
        print(error)
