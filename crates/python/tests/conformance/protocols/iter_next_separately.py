class Deck:
    def __init__(self): self.cards = ["a", "b", "c"]
    def __iter__(self): return DeckIterator(self)
class DeckIterator:
    def __init__(self, deck): self.deck, self.i = deck, 0
    def __next__(self):
        try:
            card = self.deck.cards[self.i]
        except IndexError:
            raise StopIteration from None
        self.i += 1
        return card
d = Deck()
for x in d:
    for y in d:
        print(x + y, end=" ")
print()
it = iter(d)
d.cards.append("d")
print(list(zip(it_ := iter(Deck()), range(2))) if False else [next(it) for _ in range(4)])
try:
    for z in it: pass
except TypeError as e:
    print(e)
print(next(it, "done"))
class Bad:
    def __iter__(self): return DeckIterator
try:
    for z in Bad(): pass
except TypeError as e:
    print(e)
try:
    iter(DeckIterator(d))
except TypeError as e:
    print(e)
# conformance: not yet as 3.15
