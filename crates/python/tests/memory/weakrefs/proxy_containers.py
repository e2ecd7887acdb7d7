import weakref


class Box(list):
    def __call__(self, *args):
        return args, len(self)


b = Box([3, 1, 2])
p = weakref.proxy(b)
print(len(p), p[0], 3 in p, p[1:], list(p), bool(p), str(p))
p[0] = 30
del p[1]
p.append(4)
print(b, p == [30, 2, 4], p != b, p < [31], sorted(p), type(p).__name__)
print(p(1, 2))
p.clear()
print(bool(p), b)
