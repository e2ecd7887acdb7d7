class Counted:
    def __init__(self, f):
        self.f, self.calls = f, 0
    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)
    def __get__(self, obj, owner):
        return self if obj is None else (lambda *a: self(obj, *a))


@Counted
def add(a, b): return a + b


print(add(1, 2), add(3, 4), add.calls)


class C:
    @Counted
    def m(self, x): return x * 2


c = C()
print(c.m(5), c.m(6), C.m.calls)


def memo(f):
    cache = {}
    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    inner.cache = cache
    return inner


@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), len(fib.cache))


def twice(f): return lambda *a: (f(*a), f(*a))
@twice
@twice
def one(): return 1
print(one())
