def f(a, /, **kw):
    return a, kw


print(f(1, a=2))


def g(a, b, /):
    return a + b


for kw in ({"a": 1}, {"a": 1, "b": 2}, {"b": 2}):
    try:
        g(**kw)
    except TypeError as e:
        print(e)
try:
    g(1, b=2)
except TypeError as e:
    print(e)


def h(self, /, self_=1): return self, self_
print(h(1, self_=2))
try:
    h(self=1)
except TypeError as e:
    print(e)
