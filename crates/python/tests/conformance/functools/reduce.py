from functools import reduce

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 10), reduce(max, [3]), reduce(None, [5]))
print(reduce(lambda a, b: (a, b), "abc"), reduce(lambda a, b: (a, b), "abc", "z"))
for args in ((max, []), (max, 5), (5, [1, 2]), (max,), (1, 2, 3, 4)):
    try:
        reduce(*args)
    except TypeError as error:
        print(error)
