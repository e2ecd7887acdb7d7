class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def f(argument):
    first = D("first")
    second = D("second")
    third = D("third")


f(D("argument"))
