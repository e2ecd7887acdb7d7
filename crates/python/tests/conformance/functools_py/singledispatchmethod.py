from functools import singledispatchmethod


class Show:
    @singledispatchmethod
    def of(self, value):
        return f"something {value}"

    @of.register(int)
    def _(self, value):
        return f"int {value}"

    @of.register(list)
    @of.register(tuple)
    def _(self, value):
        return f"row {len(value)}"

    @singledispatchmethod
    @classmethod
    def make(cls, value):
        return cls.__name__

    @make.register(str)
    @classmethod
    def _(cls, value):
        return cls.__name__ + value


s = Show()
print(s.of(1), s.of([1]), s.of(()), s.of(2.0), Show.of.__name__)
print(Show.make(1), Show.make("!"))
