# What a class pattern that fails leaves behind.
class P:
    __match_args__ = ('a', 'b')

    def __init__(self):
        self.a = 1
        self.b = 2


p = P()
match p:
    case P(1, b=3):
        pass
    case P(1, 2):
        pass
x = 1
match p:
    case P(c=3):
        pass
x = 1
match {'x': 3}:
    case dict(x=3):
        pass
x = 1
