class Base:
    def __init__(self, **kw):
        print("Base", kw)
    def go(self): return ["Base"]


class Left(Base):
    def __init__(self, *, left=0, **kw):
        print("Left", left)
        super().__init__(**kw)
    def go(self): return ["Left"] + super().go()


class Right(Base):
    def __init__(self, *, right=0, **kw):
        print("Right", right)
        super().__init__(**kw)
    def go(self): return ["Right"] + super().go()


class Both(Left, Right):
    def go(self): return ["Both"] + super(Both, self).go()


b = Both(left=1, right=2, rest=3)
print(b.go())
print(super(Left, b).go(), super(Right, b).go())
print(Both.go(b), Left.go(b))
