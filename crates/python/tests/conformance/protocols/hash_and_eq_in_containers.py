class Card:
    def __init__(self, suit, rank): self.suit, self.rank = suit, rank
    def __eq__(self, o): return (self.suit, self.rank) == (o.suit, o.rank)
    def __hash__(self): return hash((self.suit, self.rank))
    def __repr__(self): return f"{self.suit}{self.rank}"


a, b = Card("S", 1), Card("S", 1)
print(a == b, a is b, len({a, b}), {a: 1, b: 2}, b in [a], [a].index(b), [a, b, Card("H", 2)].count(a))
d = {a: "found"}
a.rank = 5
print(a in d, b in d, list(d), d.get(Card("S", 5)))
a.rank = 1
print(d[b])
try:
    a == 5
except AttributeError as e:
    print(e)
print({1: "a", 1.0: "b", True: "c"}, hash(1) == hash(1.0) == hash(True), {(1, 2): "t"}[1, 2], hash("a") == hash("a"), {None: 1}[None], {...: 2}[...])
