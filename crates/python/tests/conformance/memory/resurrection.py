kept = []
class Phoenix:
    def __init__(self): self.deaths = 0
    def __del__(self):
        self.deaths += 1
        print("dying", self.deaths)
        kept.append(self)


p = Phoenix()
del p
print(len(kept), kept[0].deaths)
kept.clear()
print("cleared", len(kept))
import gc
class Cycle:
    def __del__(self):
        print("cycle del")
        kept.append(self)
c = Cycle()
c.me = c
del c
print(gc.collect(), len(kept))
kept[0].me = None
kept.clear()
print(gc.collect())
