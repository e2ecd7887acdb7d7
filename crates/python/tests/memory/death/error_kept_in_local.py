import gc


class D:
    def __del__(self):
        print('del')


def keep():
    d = D()
    try:
        raise ValueError
    except ValueError as e:
        err = e


def let_go():
    d = D()
    try:
        raise ValueError
    except ValueError as e:
        err = e
    finally:
        err = None


keep()
print(gc.collect())
let_go()
print(gc.collect())
