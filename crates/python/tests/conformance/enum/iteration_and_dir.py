from enum import Enum


class E(Enum):
    """Docs."""
    B = 2
    A = 1


print(list(E), [m.value for m in sorted(E, key=lambda m: m.name)], E.__doc__)
print([n for n in dir(E) if not n.startswith("__")], [n for n in dir(E.A) if n[0] != "_"])
print(dict(E.__members__), E.A._sort_order_, E.A._name_, E._member_names_)
for i, (name, m) in enumerate(E.__members__.items()):
    print(i, name, m)
