import gc


class A:
    pass


class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)


def new():
    o = A(); o.z = D('z'); o.x = D('x'); o.w = D('w'); return o


a = A(); a.x = a.y = a.z = 1
print('1'); o = new(); v = vars(o); del o; print('gone'); del v
print('2'); o = new(); v = vars(o).copy(); o = 0; print('gone'); del v
print('3'); o = new(); v = vars(o); del v; o = 0
print('4'); o = new(); vars(o)['k'] = D('k'); o = 0
print('5'); o = new(); o.__dict__ = {}
print('6'); o = new(); v = vars(o); o.__dict__ = {}; print('gone'); v.clear()
print('7'); o = new(); v = vars(o); v.clear()
print('8'); o = new(); o.me = o; del o; gc.collect()
print('9'); o = new(); v = vars(o); o.me = o; del o, v; gc.collect()
print('10'); o = new(); o.__dict__.clear()
print('11'); o = new(); del o.__dict__
print('12'); o = new(); v = vars(o); del o.__dict__; print('gone'); del v
print('13'); o = new(); del o.z; o.z = D('z2'); o = 0
