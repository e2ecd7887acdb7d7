from operator import attrgetter, itemgetter, methodcaller

for wrong in (lambda: attrgetter(), lambda: attrgetter(1), lambda: attrgetter("x")(3), lambda: attrgetter("x")(),
              lambda: attrgetter("x")(1, 2), lambda: attrgetter("real.x")(3), lambda: itemgetter(), lambda: itemgetter(5)([1]),
              lambda: itemgetter("a")([1]), lambda: itemgetter(1)(5), lambda: itemgetter(1)(), lambda: itemgetter(a=1),
              lambda: methodcaller(), lambda: methodcaller(1), lambda: methodcaller("nope")(1), lambda: methodcaller("x")()):
    try:
        print(wrong())
    except (TypeError, AttributeError, IndexError) as error:
        print(type(error).__name__, error)
