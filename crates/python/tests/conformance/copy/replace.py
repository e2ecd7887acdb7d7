import copy
import sys
from types import SimpleNamespace


class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __replace__(self, /, **changes):
        return P(**{**vars(self), **changes})


if sys.version_info >= (3, 13):
    print(vars(copy.replace(P(1, 2), y=5)), copy.replace(SimpleNamespace(a=1), b=2))
    try:
        copy.replace([], a=1)
    except TypeError as error:
        print(error)
print("replace" in copy.__all__)
