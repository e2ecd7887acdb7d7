class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, two is not None)


two = D('two')
one = D('one')
three = [D('in a list')]
_private = D('private')
print('end of program')
