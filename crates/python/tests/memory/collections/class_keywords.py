class Base:
    def __init_subclass__(cls, tag=None, **keywords):
        super().__init_subclass__(**keywords)
        cls.tag = tag


class Tagged(Base, tag=3):
    pass


try:
    class Wrong(Base, other=3):
        pass
except TypeError:
    pass


class Again(Tagged, tag=4):
    pass
