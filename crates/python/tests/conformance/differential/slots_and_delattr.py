# The message is shorter where a class has a __setattr__ or __delattr__ of its own.
class Slotted:
    __slots__ = ("value",)


class Own(Slotted):
    __slots__ = ()

    def __delattr__(self, name):
        super().__delattr__(name)


for item in (Slotted(), Own()):
    try:
        item.extra = 1
    except AttributeError as error:
        print(error)
    try:
        del item.extra
    except AttributeError as error:
        print(error)
