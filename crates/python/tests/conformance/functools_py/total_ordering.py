from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a >= Version(1), max(a, b).n)
try:
    a > 3
except TypeError as error:
    print(error)
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)
