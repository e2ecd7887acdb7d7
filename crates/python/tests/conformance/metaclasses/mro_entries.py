class Fake:
    def __init__(self, *bases): self.bases = bases
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return self.bases


class A: pass
class C(Fake(A), Fake()): pass


print(C.__bases__, len(C.__orig_bases__))
class L(list[int]): pass
print(L.__bases__, L.__orig_bases__, L([1]))
try:
    class D(5): pass
except TypeError as e:
    print(e)
try:
    type("E", (Fake(A),), {})
except TypeError as e:
    print(e)
