import gc


class D:
    def __del__(self):
        print('del')


def fail():
    d = D()
    try:
        1 / 0
    except ZeroDivisionError as e:
        kept = e


gc.disable()
fail()
print('returned')
print(gc.collect())
