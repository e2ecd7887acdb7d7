from itertools import count, islice

print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None, 2)))
print(list(islice("abc", None)), list(islice("abc", 0)), list(islice("abc", 5, 10)), list(islice(count(), 1, 10, 4)))
source = iter(range(10))
print(list(islice(source, 1, 5, 3)), list(source))
source = iter(range(10))
print(list(islice(source, 3)), next(source))
for args in ((-1,), ("x",), (-1, 2), (1, -2), (1, "x"), (1, 2, 0), (1, 2, -1), (2**70,)):
    try:
        islice("abc", *args)
    except ValueError as error:
        print(args, error)
for args in ((), (1, 2, 3, 4)):
    try:
        islice("abc", *args)
    except TypeError as error:
        print(error)
