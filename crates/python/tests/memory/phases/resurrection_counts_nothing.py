import gc

kept = []


class Phoenix:
    def __del__(self):
        kept.append(self)


p = Phoenix()
p.me = p
del p
print(gc.collect(), len(kept))
del kept[0].me
kept.clear()
print(gc.collect())
