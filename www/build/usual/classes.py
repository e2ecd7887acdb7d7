import gc
import weakref


class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    @property
    def label(self):
        return f"{self.name}: {self.area():.2f}"

    @staticmethod
    def unit():
        return Square(1)

    @classmethod
    def total(cls):
        return cls.count

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Shape) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        return self.area() < other.area()

    def __del__(self):
        print("bye", self.name)


class Square(Shape):
    __slots__ = ("side",)

    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2


class Stack:
    def __init__(self):
        self._items = []

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __iter__(self):
        return iter(self._items)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False

    def __add__(self, other):
        return self

    def __call__(self, item):
        self._items.append(item)


def logged(function):
    def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@logged
def add(a, b=2, *rest, c=3, **more):
    return a + b + c


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


def numbers(n):
    for i in range(n):
        yield i * i
    return "done"


def delegating():
    result = yield from numbers(3)
    print(result)


shapes = [Square(2), Shape.unit(), Square(3)]
print(sorted(shapes), shapes[0].label, Shape.total(), shapes[0] == shapes[1], len({*shapes}))
with Stack() as stack:
    stack("x")
    print(len(stack), stack[0], list(stack))
print(add(1), add(1, 2, 3, c=4, d=5), fib(12))
step = counter()
step()
print(step(), list(delegating()), sum(n for n in numbers(4)), next(numbers(1), None))
link = weakref.ref(shapes[0], lambda _: print("gone"))
print(link() is shapes[0], weakref.getweakrefcount(shapes[0]))
del shapes
a, b = Stack(), Stack()
a.other, b.other = b, a
del a, b
print(gc.collect(), gc.get_count(), gc.get_threshold(), gc.isenabled())
print(getattr(stack, "missing", None), hasattr(stack, "_items"), callable(add), [*map(str, filter(None, [0, 1]))])
globals()["made"] = lambda x: x + 1
print(made(1), Square.__mro__, Stack.__name__, (lambda *a, **k: (a, k))(1, b=2))
