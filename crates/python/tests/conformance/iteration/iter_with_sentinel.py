values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), next(values))
print(list(iter(iter("abc").__next__, "x")))


class Callable:
    n = 0
    def __call__(self):
        self.n += 1
        if self.n > 3:
            raise ValueError("too many")
        return self.n


it = iter(Callable(), 10)
print(next(it), next(it), next(it))
try:
    next(it)
except ValueError as e:
    print(e)
print(type(it).__name__)
done = iter(lambda: 1, 1)
print(list(done), list(done))
