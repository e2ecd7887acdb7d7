from abc import ABC


class Drawable(ABC):
    pass


@Drawable.register
class Circle:
    pass


class Round(Circle):
    pass


class Other:
    pass


print(issubclass(Circle, Drawable), isinstance(Circle(), Drawable), issubclass(Round, Drawable))
print(issubclass(Other, Drawable), isinstance(Other(), Drawable), Drawable in Circle.__mro__)
print(Drawable.register(int) is int, isinstance(3, Drawable), isinstance(True, Drawable), isinstance("", Drawable))
Drawable.register(Other)
print(issubclass(Other, Drawable))


class Special(Drawable):
    pass


for wrong in (lambda: Drawable.register(5), lambda: Special.register(Drawable), lambda: issubclass(5, Drawable)):
    try:
        wrong()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
