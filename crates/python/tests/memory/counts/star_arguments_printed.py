from sys import getrefcount as R
a = []
def star(*args):
    return R(args[0]), R(args)
def stars(**kw):
    return R(kw["k"]), R(kw)
def one(x):
    return R(x)
print(star(a), stars(k=a))
print(one(*[a]), one(*(a,)), one(**{"x": a}))
print(star([]), stars(k=[]))
