def show(change):
    l = list(range(6))
    try:
        change(l)
        print(l)
    except Exception as e:
        print(type(e).__name__, e, l)


def a(l): l[1:3] = "xyz"
def b(l): l[:] = []
def c(l): l[::2] = "abc"
def d(l): l[::2] = "ab"
def e(l): l[2:2] = [9, 9]
def f(l): l[4:1] = ["in"]
def g(l): del l[::2]
def h(l): del l[1:5:3]
def i(l): l[::-1] = range(6)
def j(l): l[1:3] = 5
def k(l): l[10:] = [7]
def m(l): l[:] = l
def n(l): l[1:1] = l
def o(l): l[-2:] = (x for x in "gen")
def p(l): l[0:2] *= 2
def q(l): l[1:2] += [8]
def r(l): l[6] = 1
def s(l): l["x"] = 1
def t(l): l[::2] = 5
def u(l): del l[-1], l[-1]
def v(l): del l[::-2]
for change in (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v):
    show(change)
