from functools import partial

join = partial(print, 1, 2, sep="-")
join(3)
join(3, sep="+", end="!\n")
print(join, join.func is print, join.args, join.keywords)
more = partial(join, 9, end="?\n")
print(more)
more()
join.note = "attributes"
print(join.__dict__, partial(join, 5))
for wrong in (lambda: partial(), lambda: partial(5), lambda: setattr(join, "func", len)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def f(a, b, *, c=3):
    return a, b, c


print(partial(f, b=2)(1), partial(f, 1)(2, c=4))
try:
    partial(f, 1)()
except TypeError as error:
    print(error)
