class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"
    def __eq__(self, o): return "A.eq"
class B(A):
    def __radd__(self, o): return "B.radd"
    def __gt__(self, o): return "B.gt"
    def __eq__(self, o): return "B.eq"
class C(A): pass


print(A() + B(), B() + A(), A() + C(), C() + A(), A() + A())
print(A() < B(), B() < A(), A() == B(), A() != B(), A() < C(), A() > B())


class MyInt(int):
    def __radd__(self, o): return "MyInt.radd"
    def __rsub__(self, o): return "MyInt.rsub"


print(1 + MyInt(2), MyInt(1) + 2, 1.5 + MyInt(2), 5 - MyInt(1), MyInt(3) - 1)
