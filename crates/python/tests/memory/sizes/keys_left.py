# An instance's __dict__ has room for the keys of its class: 30 at first, one less with each instance made.
import sys


class A:
    pass


size = sys.getsizeof
print(size(A().__dict__), size(A().__dict__), size(A().__dict__))
a = A()
a.x = 1
print(size(vars(a)), size(A().__dict__))
a.y = 2
print(size(vars(a)), size(a))
kept = [A() for _ in range(30)]
print(size(vars(kept[0])), size(vars(A())))
