import gc


class A:
    pass


a, l = A(), []
t = (a, l)
a.x, a.y = l, 1
d = {'t': t}
print(gc.get_referents(t) == [l, a] or gc.get_referents(t) == [a, l], gc.get_referents(d) == ['t', t])
print([type(r).__name__ for r in gc.get_referents(a)], gc.get_referents(1, 'a', None), gc.get_referents())
print(d in gc.get_referrers(t), t in gc.get_referrers(l))
print(gc.get_referents(a, t) == gc.get_referents(a) + gc.get_referents(t))
