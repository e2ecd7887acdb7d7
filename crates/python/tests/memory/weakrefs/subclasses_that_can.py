import weakref


class L(list):
    pass


class D(dict):
    pass


class S(float):
    pass


class Slots:
    __slots__ = '__weakref__', 'x'


class Child(Slots):
    __slots__ = ()


things = [L(), D(), S(), Slots(), Child()]
refs = [weakref.ref(t, lambda r: print('gone')) for t in things]
print([r() is t for r, t in zip(refs, things)], Slots.__weakref__.__get__(things[3]) is refs[3])
t = None
things.clear()
print([r() for r in refs])
