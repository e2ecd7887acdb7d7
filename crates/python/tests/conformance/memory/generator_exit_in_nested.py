def inner():
    try:
        yield 1
    finally:
        print('inner')


def outer():
    try:
        yield from inner()
    except GeneratorExit as e:
        print('outer', type(e).__name__)
        raise
    finally:
        print('outer finally')


g = outer()
next(g)
del g
print('end')
