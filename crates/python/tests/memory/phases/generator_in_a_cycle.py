import gc


def gen():
    me = yield
    try:
        yield 1
    finally:
        print('finally', me is not None)


g = gen()
next(g)
g.send(g)
del g
print(gc.collect())
unstarted = (x for x in [1])
holder = [unstarted]
holder.append(holder)
del unstarted, holder
print(gc.collect())
