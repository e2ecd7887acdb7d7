def tag(name):
    print("making", name)
    def decorate(f):
        print("applying", name, "to", f.__name__)
        def wrapper(*args, **kw):
            return f"<{name}>{f(*args, **kw)}</{name}>"
        return wrapper
    return decorate


@tag("b")
@tag("i")
def hello(who):
    return f"hello {who}"


print(hello("you"), hello.__name__)


def register(cls):
    print("class", cls.__name__)
    return cls


@register
class C:
    @staticmethod
    @tag("s")
    def s(x): return x
    @classmethod
    @tag("c")
    def c(cls): return cls.__name__
    @property
    @tag("p")
    def p(self): return "prop"


print(C.s(1), C.c(), C().p)
table = [tag("from list")]
@table[0]
def g(): return 1
print(g())
@lambda f: "replaced"
def h(): pass
print(h)
try:
    @5
    def k(): pass
except TypeError as e:
    print(e)
