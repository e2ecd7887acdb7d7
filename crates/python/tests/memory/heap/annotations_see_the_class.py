import gc


def make(kind):
    class Pair:
        own = kind

        def set(self, value: own, other: kind) -> own:
            return value

        last: own = None

    return Pair


gc.collect()
Pair = make(int)
print(Pair.set.__annotations__, Pair.__annotations__)
del Pair
print(gc.collect())
