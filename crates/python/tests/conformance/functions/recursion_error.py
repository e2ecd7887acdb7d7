def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as e:
    print(e)


class C:
    def __getattr__(self, name):
        return self.other


try:
    C().x
except RecursionError as e:
    print(type(e).__name__)


class R:
    def __repr__(self):
        return repr(self)


try:
    repr(R())
except RecursionError as e:
    print(type(e).__name__)
l = []
l.append(l)
m = [l]
print(l, m)
try:
    l == [l]
    a = []; b = []
    a.append(b); b.append(a)
    a == b
except RecursionError as e:
    print(e)
# Since 3.14 its error has the size of the stack.
# conformance: only as 3.12, 3.13
