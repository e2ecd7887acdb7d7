from sys import getrefcount as R
def f(p):
    q = []
    def g():
        nonlocal q
        q = q
        return p, q
    print(R(p), R(q))
    r = g()
    print(R(p), R(q), R(r))
    del r
    print(R(p), R(q), R(g))
f([])
a = []
f(a)
print(R(a))
