class NoArgs: pass
class BadArgs:
    __match_args__ = ["x"]
class BadItem:
    __match_args__ = (1,)
class Few:
    __match_args__ = ("a",)
    a = 1


def attempt(f):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def no_args():
    match NoArgs():
        case NoArgs(x): return x
def bad_args():
    match BadArgs():
        case BadArgs(x): return x
def bad_item():
    match BadItem():
        case BadItem(x): return x
def few():
    match Few():
        case Few(x, y): return x
def twice():
    match Few():
        case Few(x, a=y): return x
def not_class():
    k = 5
    match 5:
        case k(): return 1
def ints():
    match 5:
        case int(x, y): return x
def missing():
    match Few():
        case Few(zzz=1): return 1
        case _: return "no such attribute"
class Raises:
    @property
    def p(self): raise ValueError("property")
def property_error():
    match Raises():
        case Raises(p=1): return 1
for f in no_args, bad_args, bad_item, few, twice, not_class, ints, missing:
    attempt(f)
try:
    property_error()
except ValueError as e:
    print(e)
