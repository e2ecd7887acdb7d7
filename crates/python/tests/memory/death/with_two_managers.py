class Manager:
    def __enter__(self):
        return self
    def __exit__(self, *info):
        print('exit', info[1])
m = Manager()
try:
    with m, Manager() as n:
        1 / 0
except ZeroDivisionError:
    print('caught')
def f():
    with m, m:
        raise ValueError
try:
    f()
except ValueError:
    pass
