# What calls of the methods that need no decorator allocate.
class Thing:
    def __new__(cls):
        return object.__new__(cls)

    def __init_subclass__(cls):
        pass

    def __class_getitem__(cls, item):
        return item

    @staticmethod
    def static():
        pass

    @classmethod
    def of_class(cls):
        pass


Thing.static()
Thing.of_class()
Thing[1]
