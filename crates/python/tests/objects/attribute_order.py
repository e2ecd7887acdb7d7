class A: pass
a = A(); a.x = 1; a.y = 2; a.z = 3
b = A(); b.z = 1; b.x = 2
print(list(vars(b)))
b.y = 3
print(b.__dict__, dir(b)[-3:])
c = A(); c.x = 1; c.y = 2; c.z = 3
del c.x; c.x = 4
print(c.__dict__)
d = A(); d.y = 1; d.x = 2; del d.y; d.y = 3; d.x = 9; del d.x
print(d.__dict__)
e = A(); e.y = 1; e.x = 2
del e
f = A(); f.x = 1; f.y = 2
print(f.__dict__)
class B:
    def __init__(self, late):
        if late: self.late = 1
        self.a = 1; self.b = 2
        self.late = 0
print([list(vars(B(i))) for i in (0, 1, 0, 1)])
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class C: pass
x = C(); x.p = D('p'); x.q = D('q')
y = C(); y.q = D('yq'); y.p = D('yp')
del x
del y
z = C(); z.q = 1; z.p = 2; z.__dict__ = {'k': 1}; print(z.__dict__)
for i in range(40):
    setattr(z, f'n{i}', i)
w = C()
for i in range(40): setattr(w, f'n{39 - i}', i)
print(list(vars(w))[:3], len(vars(w)))
del w.n39
w.n39 = 1
print(list(vars(w))[-1])
