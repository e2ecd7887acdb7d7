from abc import ABC


class Drawable(ABC):
    pass


@Drawable.register
class Picture:
    pass


class Photo(Picture):
    pass


print(issubclass(Photo, Drawable), isinstance(Picture(), Drawable), Picture.__mro__)
Drawable.register(int)
print(isinstance(3, Drawable), isinstance("s", Drawable))
try:
    Drawable.register(3)
except TypeError as error:
    print(error)


class Sub(Drawable):
    pass


try:
    Sub.register(Drawable)
except RuntimeError as error:
    print(error)
