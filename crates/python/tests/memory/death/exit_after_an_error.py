import atexit


class D:
    def __del__(self):
        print('del')


def fail():
    d = D()
    raise ValueError('uncaught')


atexit.register(print, 'atexit')
fail()
