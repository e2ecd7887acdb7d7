import copy


class Config:
    def __init__(self):
        self.data = {"a": 1}
        self.cache = object()

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["cache"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = "new"


c = copy.deepcopy(Config())
print(c.data, c.cache)


class P:
    def __reduce__(self):
        return dict, ([("made", "by reduce")],)


print(copy.copy(P()), P().__reduce__())
