class Meta(type):
    def __new__(meta, name, bases, body):
        return super().__new__(meta, name, bases, body)

    def __init__(cls, *args, **keywords):
        super().__init__(*args, **keywords)

    def __call__(cls, *args):
        return super().__call__(*args)


class Thing(metaclass=Meta):
    pass


class Other(Thing):
    pass


Thing()
Other()
