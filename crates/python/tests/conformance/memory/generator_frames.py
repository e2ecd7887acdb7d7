import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def g():
    a = D("in generator")
    yield 1
    b = D("second")
    yield 2


it = g()
next(it)
print("suspended")
del it
print("deleted")
it = g()
for x in it:
    print(x)
print("finished")
def f():
    d = D("in closure")
    return lambda: d
h = f()
print("closure keeps it")
del h
def arg(d): print("called")
arg(D("argument"))
[D("in comprehension") for _ in range(1)]
print("after comprehension")
x = [D(i) for i in range(3)]
del x[1]
x.pop()
x = None
