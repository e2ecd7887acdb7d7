import gc


class A:
    pass


a = A(); a.x = 1; a.y = 2; a.z = 3
b = A(); b.z = [30]; b.x = [10]; b.y = [20]
v = vars(b)
print(gc.get_referents(b)[:-1], gc.get_referents(v), list(v))
del b
print(gc.get_referents(v))
w = v.copy()
print(gc.get_referents(w), list(w))
w['n'] = 1
print(gc.get_referents(w))
w[1] = 1
print(gc.get_referents(w))
del v['z']; v['z'] = 4
print(gc.get_referents(v), v)
v.clear(); v['z'] = [1]; v['x'] = [2]
print(gc.get_referents(v))
