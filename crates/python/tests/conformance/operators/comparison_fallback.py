class A:
    def __eq__(self, o):
        print("A.eq", type(o).__name__)
        return NotImplemented
    __hash__ = None
class B:
    def __eq__(self, o):
        print("B.eq", type(o).__name__)
        return NotImplemented
    def __ge__(self, o):
        print("B.ge")
        return True


a = A()
print(a == B(), a == a, a != B(), a == 1, 1 == a)
print(A() <= B())
try:
    A() >= B()
except TypeError as e:
    print(e)
print(1 == "1", 1 != "1", None == 0, () == [], b"a" == "a", 1.0 == 1, [1] == [1.0], {1: 2} == {1.0: 2.0}, (1, [2]) == (1, [2]))
class NE:
    def __ne__(self, o): return "ne"
print(NE() != 1, NE() == 1)
