import sys
print(sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof([1, 2, 3]), sys.getsizeof(()), sys.getsizeof((1, 2)), sys.getsizeof(""), sys.getsizeof("abc"), sys.getsizeof("é"), sys.getsizeof("€"), sys.getsizeof("😀"))
print(sys.getsizeof(0), sys.getsizeof(1), sys.getsizeof(2 ** 30), sys.getsizeof(2 ** 60), sys.getsizeof(1.5), sys.getsizeof(1j), sys.getsizeof(True), sys.getsizeof(None), sys.getsizeof(b""), sys.getsizeof(b"abc"))
print(sys.getsizeof({}), sys.getsizeof({1: 2}), sys.getsizeof(set()), sys.getsizeof({1, 2}), sys.getsizeof(frozenset()), sys.getsizeof(range(5)), sys.getsizeof(slice(1)), sys.getsizeof(bytearray()), sys.getsizeof(object()))
l = []
sizes = []
for i in range(20):
    l.append(i)
    sizes.append(sys.getsizeof(l))
print(sizes)
d = {}
sizes = []
for i in range(20):
    d[i] = i
    sizes.append(sys.getsizeof(d))
print(sizes)
class S:
    __slots__ = ("a", "b")
class C: pass
print(sys.getsizeof(S()), sys.getsizeof(C()), sys.getsizeof([0] * 10), sys.getsizeof(list(range(10))), sys.getsizeof([x for x in range(10)]))
class Sized:
    def __sizeof__(self): return 1000
print(sys.getsizeof(Sized()) > 1000, sys.getsizeof(5, "default"))
