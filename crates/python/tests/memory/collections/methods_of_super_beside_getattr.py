class Base:
    def __getattr__(self, name):
        return name


class Watched(Base):
    def __init__(self, first, second):
        self.first = first
        self.second = second
        self.third = second

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class Plain:
    def __init__(self, first, second):
        self.first = first
        self.second = second
        self.third = second

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


watched = Watched(1, 2)
watched = Watched(1, 2)
plain = Plain(1, 2)
plain = Plain(1, 2)
one = (1, plain)
two = (2, plain)
three = (1, 2, plain)
