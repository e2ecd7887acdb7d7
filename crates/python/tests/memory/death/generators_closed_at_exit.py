import atexit


def gen(name):
    try:
        yield name
    finally:
        print('finally', name)


atexit.register(print, 'atexit')
a, b = gen('a'), gen('b')
next(b)
next(a)
c = gen('c')
print('end of program')
