from dataclasses import MISSING, dataclass, field, fields


@dataclass
class Order:
    id: int
    items: list = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    total: int = field(init=False, default=7, metadata={"unit": "cent"})


a, b = Order(1), Order(1, secret="t")
a.items.append("x")
print(a, b, a == b, b == Order(1), a.items is b.items)
for f in fields(Order):
    print(f.name, f.type, f.default is MISSING, f.default_factory is MISSING, f.init, f.repr, f.compare, dict(f.metadata))
print(Order.__doc__, [f.name for f in fields(a)])
try:
    fields(3)
except TypeError as error:
    print(error)
