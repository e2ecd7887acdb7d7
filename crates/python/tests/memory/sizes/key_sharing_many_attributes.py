import sys


class A:
    pass


size = sys.getsizeof
a = A()
sizes = []
for i in range(40):
    setattr(a, f'a{i}', i)
    sizes.append(size(a))
print(sorted(set(sizes)), size(vars(a)))
b = A()
print(size(vars(b)))
for i in range(35): setattr(b, f'b{i}', i)
print(size(vars(b)), size(a), size(b))


class B:
    def __init__(self, n):
        for i in range(n):
            setattr(self, f'x{i}', i)


print([size(vars(B(n))) for n in (0, 1, 5, 10, 29, 30, 31)], [size(B(n)) for n in (0, 1, 5, 30, 31)])
