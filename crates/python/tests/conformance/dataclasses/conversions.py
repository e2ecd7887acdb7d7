from collections import namedtuple
from dataclasses import asdict, astuple, dataclass, field


@dataclass
class Item:
    name: str
    tags: list = field(default_factory=list)


@dataclass
class Cart:
    items: list
    by_name: dict
    pair: tuple


NT = namedtuple("NT", "i")
c = Cart([Item("a", ["t"])], {"k": Item("b")}, NT(Item("c")))
d = asdict(c)
print(d, astuple(c))
print(d["items"][0]["tags"] is c.items[0].tags, asdict(c.items[0], dict_factory=lambda pairs: sorted(pairs)))
for wrong in (Item, 3):
    try:
        asdict(wrong)
    except TypeError as error:
        print(error)
