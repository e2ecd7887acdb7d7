order = []


class C:
    x = 1
    order.append(x)
    for i in range(2):
        order.append(i)
    if x:
        def f(self): return "f"
    else:
        def g(self): return "g"
    y = x + 1
    del x
    __private = 3
    def get(self): return self.__private
    try:
        1 / 0
    except ZeroDivisionError as e:
        caught = True


print(order, C.y, C.i, hasattr(C, "x"), hasattr(C, "g"), C().get(), C.caught, hasattr(C, "e"))
print(sorted(n for n in C.__dict__ if not n.startswith("__")))
print(C.__qualname__, C.__module__, C.__doc__)
