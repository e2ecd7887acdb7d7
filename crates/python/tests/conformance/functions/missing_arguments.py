def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def keyword(*, a): pass
def keywords(*, a, b): pass
def many(*, a, b, c): pass
def none(): pass
def default(a, b=1): pass
def stars(a, *args): pass
def mixed(a, *, b): pass


for f, args in [(one, ()), (two, ()), (three, ()), (three, (1,)), (keyword, ()), (keywords, ()), (many, ()),
                (none, (1,)), (one, (1, 2)), (default, (1, 2, 3)), (default, ()), (stars, ()), (keyword, (1,)),
                (keyword, (1, 2)), (mixed, (1, 2)), (mixed, ())]:
    try:
        f(*args)
    except TypeError as e:
        print(e)


class C:
    def m(self, a): pass
    @classmethod
    def c(cls): pass
    def __init__(self, x=0): pass


for call in (lambda: C().m(), lambda: C().m(1, 2), lambda: C.c(1), lambda: C(1, 2), lambda: C.m(), lambda: C(y=1)):
    try:
        call()
    except TypeError as e:
        print(e)
