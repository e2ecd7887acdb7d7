from sys import getrefcount as R
print(R([]), R({}), R(set()), R(object()), R((lambda: 0)))
print(R([[], []]), R([x for x in range(3)]), R((1, [])))
print(R("ab".join(["x", "y"])), R(1.5 * float("2")), R(10 ** 20 + int("1")))
class A:
    pass
print(R(A()), R(A().__init__), R(iter([])))
