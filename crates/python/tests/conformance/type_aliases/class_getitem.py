# Classes of a program's own can be subscripted too.
class Box:
    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key!r}]"

    class Inner:
        pass


class Sub(Box):
    pass


print(Box[1], Sub[1, 2], Box["x"], list[Box], dict[str, Box.Inner])
try:
    object[1]
except TypeError as error:
    print(error)
try:
    Box()[1]
except TypeError as error:
    print(error)


class Meta(type):
    def __getitem__(cls, key):
        return "meta", key


class Both(metaclass=Meta):
    def __class_getitem__(cls, key):
        return "class", key


print(Both[1])
