import gc

kept = []


class Phoenix:
    def __del__(self):
        print('del')
        kept.append(self)


p = Phoenix()
p.me = p
del p
print(gc.collect(), gc.is_finalized(kept[0]))
kept.clear()
print(gc.collect())
