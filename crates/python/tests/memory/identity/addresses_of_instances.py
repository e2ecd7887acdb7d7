# From 3.13 on an instance has room for its attributes in its own block, and each one makes that of the next smaller, down
# to one more than the names known: addresses repeat where two in succession have blocks of one size.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Empty:
    pass


class Mapping(dict):
    pass


class Failure(Exception):
    pass


def run(make):
    return ''.join('=' if id(make()) == id(make()) else '.' for _ in range(20))


print(run(Empty), run(lambda: Point(1, 2)))
print(run(Mapping), run(Failure))


class Late:
    pass


for number in range(12):
    late = Late()
    setattr(late, f'name{number}', number)
    print(id(Late()) == id(Late()), end=' ')
print()
