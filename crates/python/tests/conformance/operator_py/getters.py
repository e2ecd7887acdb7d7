from operator import attrgetter, itemgetter, methodcaller

rows = [("bob", 30), ("ann", 25), ("cid", 30)]
print(sorted(rows, key=itemgetter(1, 0)))
print(itemgetter(-1)("abc"), itemgetter(slice(1, None))([1, 2, 3]))
print(attrgetter("real", "imag")(3 + 4j), attrgetter("__class__.__name__")(5))
print(methodcaller("split", ",")("a,b"), methodcaller("replace", "a", "b", 1)("aa"))
print(itemgetter(0), attrgetter("a.b"), methodcaller("f", 1, x=2))
try:
    attrgetter(3)
except TypeError as error:
    print(error)
