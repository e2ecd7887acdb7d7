# Three ways to let a kept error's locals go at once.
import gc


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def fail(name):
    d = D(name)
    raise ValueError(name)


def keep(name, let_go):
    try:
        fail(name)
    except ValueError as e:
        error = e
    let_go(error)
    print('let go', name)
    return gc.collect()


gc.disable()
print(keep('nothing', lambda e: None))
print(keep('traceback', lambda e: setattr(e, '__traceback__', None)))
print(keep('with_traceback', lambda e: e.with_traceback(None)))
print(keep('clear', lambda e: e.__traceback__.tb_next.tb_frame.clear()))
