# A yield in finally is an error nobody can catch; a generator that never started runs nothing.
import gc
import sys


def stubborn():
    try:
        yield 1
    finally:
        yield 2


def untouched():
    print('never printed')
    yield


def watched(name):
    try:
        yield name
    except GeneratorExit:
        print('exit', name)
        raise
    finally:
        print('finally', name)


sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.exc_value)
g = stubborn()
next(g)
del g
print(gc.collect())
untouched()
for name in watched('loop'):
    break
g = watched('kept')
next(g)
g = None
