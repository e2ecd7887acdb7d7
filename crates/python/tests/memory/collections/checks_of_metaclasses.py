class Meta(type):
    def __instancecheck__(cls, thing):
        return True

    def __subclasscheck__(cls, other):
        return True


class Any(metaclass=Meta):
    pass


isinstance(1, Any)
issubclass(int, Any)
isinstance(Any(), Any)
