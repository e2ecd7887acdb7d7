from dataclasses import dataclass, field, is_dataclass, make_dataclass

C = make_dataclass("C", ["x", ("y", int), ("z", list, field(default_factory=list))], namespace={"twice": lambda self: self.y * 2})
c = C(1, 2)
print(c, c.twice(), is_dataclass(C), is_dataclass(c), is_dataclass(3), C.__annotations__, C.__module__)
for names in (["a", "a"], ["1"], ["if"]):
    try:
        make_dataclass("D", names)
    except TypeError as error:
        print(error)


@dataclass(init=False, repr=False, eq=False)
class Plain:
    x: int = 1


print(Plain().x, Plain.__eq__ is object.__eq__, Plain.__doc__)
