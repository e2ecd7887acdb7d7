import inspect


class Base:
    def f(self):
        """Does f.

            Indented.
        More.
        """


class Sub(Base):
    def f(self): ...


print(inspect.getdoc(Sub.f))
print(repr(inspect.cleandoc("  a\n    b\n      c\n\n")), inspect.getdoc(Sub), inspect.getdoc(Sub().f)[:7])
