from dataclasses import dataclass, field


def mutable():
    @dataclass
    class C:
        items: list = []


def untyped():
    @dataclass
    class C:
        x = field(default=1)


def order_without_eq():
    @dataclass(order=True, eq=False)
    class C:
        x: int


def both():
    field(default=1, default_factory=list)


def own_lt():
    @dataclass(order=True)
    class C:
        x: int

        def __lt__(self, other): ...


def own_hash():
    @dataclass(unsafe_hash=True)
    class C:
        def __hash__(self): ...


def weakref_without_slots():
    @dataclass(weakref_slot=True)
    class C: ...


for wrong in (mutable, untyped, order_without_eq, both, own_lt, own_hash, weakref_without_slots):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
