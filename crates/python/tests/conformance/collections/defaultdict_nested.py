from collections import defaultdict
import sys


def tree():
    return defaultdict(tree)


root = tree()
root["a"]["b"]["c"] = 1
print(root["a"]["b"]["c"], list(root), list(root["a"]))


class Squares(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * key
        return value


squares = Squares(int)
print(squares[4], squares, squares.get(5))
loop = defaultdict(None)
loop["me"] = loop
print(loop)
print(sys.getsizeof(defaultdict()), sys.getsizeof(defaultdict(int, a=1)), repr(defaultdict(list))[:12])
