from functools import partial, partialmethod

binary = partial(int, base=2)
print(binary("101"), binary.func, binary.args, binary.keywords)
print(partial(partial(max, 1), 2)(0), partial(print, "a", sep="-"))
print(list(map(partial(pow, 2), range(4))))


class Cell:
    def __init__(self):
        self.alive = None

    def set(self, state, *, loud=False):
        self.alive = state
        return (state, loud)

    on = partialmethod(set, True)
    off = partialmethod(set, False, loud=True)


c = Cell()
print(c.on(), c.alive, c.off(), c.alive, c.on(loud=True))
