import gc

kept = []


class Phoenix:
    def __del__(self):
        print('in __del__', gc.is_finalized(self))
        kept.append(self)


p = Phoenix()
print(gc.is_finalized(p))
del p
print(gc.is_finalized(kept[0]), gc.is_finalized(3), gc.is_finalized([]))
kept.clear()
