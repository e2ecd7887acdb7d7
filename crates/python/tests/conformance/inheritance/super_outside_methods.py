def f(self):
    return super().x


def no_args():
    return super()


class C:
    g = f
    h = lambda self: __class__
    def k(*args):
        return super().__thisclass__
    def deleted(self):
        del self
        return super()


for attempt in (lambda: f(1), no_args, lambda: C().g(), lambda: C().k(), lambda: C.k(), lambda: C().deleted()):
    try:
        print(attempt())
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
print(C().h() is C)
