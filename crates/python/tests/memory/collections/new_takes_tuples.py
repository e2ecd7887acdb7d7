class Plain:
    def __new__(cls, x):
        return super().__new__(cls)


class Number(int):
    def __new__(cls, x):
        return super().__new__(cls, x)


class Pair(tuple):
    def __new__(cls, *items):
        return tuple.__new__(cls, items)


Plain(1)
Plain(1)
Number(5)
Number(5)
Pair(1, 2)
int.__new__(int, 3)
