class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(Old()), 20 in Old(), 5 in Old(), [*Old()], tuple(Old()), max(Old()))
a, b, c = Old()
print(a, b, c)
it = iter(Old())
print(next(it), next(it), next(it), next(it, "end"))


class Stops:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i


print(list(Stops()))


class Fails:
    def __getitem__(self, i):
        raise KeyError(i)


try:
    list(Fails())
except KeyError as e:
    print(repr(e))


class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i


try:
    iter(NoIter())
except TypeError as e:
    print(e)
