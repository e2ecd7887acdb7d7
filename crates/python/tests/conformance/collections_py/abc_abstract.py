from collections.abc import Iterator, Mapping, Sized


class Half(Mapping):
    def __len__(self):
        return 0


for cls in (Half, Sized):
    try:
        cls()
    except TypeError as error:
        print(error)


class Count(Iterator):
    def __init__(self):
        self.n = 0

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


class HasLen:
    def __len__(self):
        return 5


class NoHash:
    __hash__ = None


from collections.abc import Hashable
print(list(Count()), isinstance(HasLen(), Sized), isinstance(NoHash(), Hashable), Mapping.register(HasLen))
print(issubclass(HasLen, Mapping), Mapping[str, int], Iterator[int])
