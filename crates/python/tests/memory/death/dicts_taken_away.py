class D:
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
    def __del__(self): print('del', self.n)


class A:
    pass


a = A(); a.x = a.y = 1
b = A(); b.y = D('y'); b.x = D('x'); vars(b); del b.__dict__; print('deleted', vars(b))
b.y = D('y2'); b.x = D('x2'); d = vars(b); del b.__dict__; print(d, vars(b))
b.__dict__ = {'q': D('q'), 'y': D('y4')}; print(vars(b)); b.x = 1; print(vars(b))
d = 0
c = A(); del c.__dict__; print(c.__dict__); c.a = D('a'); print(vars(c))
c = A(); c.x = D('x5'); del c.__dict__; c.y = D('y5'); c.x = D('x6'); print(c.__dict__)
del c
for other in ValueError(), print.__class__, lambda: 0:
    try: del other.__dict__
    except (TypeError, AttributeError) as e: print(e)
try: b.__dict__ = 5
except TypeError as e: print(e)
