import gc

gc.collect()
gc.disable()
items = [1]


class A:
    def m(self):
        pass


a = A()


def change(make):
    gc.collect()
    gc.get_count()
    counts = [gc.get_count()[0]]
    for _ in range(2):
        o = make()
        counts.append(gc.get_count()[0])
        o = None
        counts.append(gc.get_count()[0])
    return [after - before for before, after in zip(counts, counts[1:])]


for make in (lambda: [1], lambda: {1: 1}, lambda: (a,), lambda: iter(items), lambda: a.m, lambda: items.append, A):
    print(change(make))
