class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def gen(argument):
    local = [argument]
    try:
        yield local[0].name
        yield 2
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('finally')


g = gen(D('argument'))
print(next(g))
g.close()
print('closed', g.gi_frame)
g = gen(D('argument'))
del g
g = gen(D('argument'))
print(list(g), g.gi_frame)
