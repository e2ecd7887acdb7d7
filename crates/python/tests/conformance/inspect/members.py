import inspect


class A:
    x = 1

    def __init__(self):
        self.y = 2

    def f(self): ...
    def _g(self): ...


print([n for n, v in inspect.getmembers(A) if not n.startswith("__")])
print([n for n, v in inspect.getmembers(A(), inspect.ismethod)], [n for n, v in inspect.getmembers(A, inspect.isfunction)])
print(inspect.getmro(bool), inspect.isabstract(A))
