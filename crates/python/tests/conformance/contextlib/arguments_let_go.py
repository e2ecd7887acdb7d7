import sys
from contextlib import contextmanager


class Big:
    def __del__(self):
        print("freed")


@contextmanager
def use(big):
    del big
    yield


with use(Big()):
    print("in the body")
m = use(1)
m.__enter__()
print(hasattr(m, "args"), sys.getrefcount(m) > 0)
