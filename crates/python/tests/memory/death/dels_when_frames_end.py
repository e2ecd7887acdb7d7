class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def inner(a, b=None, *rest, key=None):
    z, y = D('z'), D('y')
    D('temporary')
    x = [D('in list 1'), D('in list 2')]
    return a


kept = inner(D('a'), D('b'), D('rest 1'), D('rest 2'), key=D('key'))
print('returned')
kept = None
