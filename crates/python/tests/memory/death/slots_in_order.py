class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name)


class S:
    __slots__ = 'z', 'a', 'm'


class T(S):
    __slots__ = 'b', '__dict__'


s = S()
s.m, s.z, s.a = D('m'), D('z'), D('a')
del s
print('---')
t = T()
t.other, t.b, t.a, t.z = D('other'), D('b'), D('a'), D('z')
del t
