from dataclasses import InitVar, dataclass, field


@dataclass
class Rect:
    w: float
    h: float
    scale: InitVar[float] = 1
    area: float = field(init=False)

    def __post_init__(self, scale):
        self.area = self.w * self.h * scale


print(Rect(2, 3), Rect(2, 3, 10).area, "scale" in vars(Rect(1, 1)), InitVar[int])


class Base:
    def __init__(self):
        self.ready = True


@dataclass
class Child(Base):
    n: int = 1

    def __post_init__(self):
        super().__init__()


print(Child(5), Child().ready)
