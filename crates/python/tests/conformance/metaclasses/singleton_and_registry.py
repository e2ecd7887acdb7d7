class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kw):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kw)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, v): self.v = v


print(Config(1) is Config(2), Config(3).v)


class Registry(type):
    classes = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases:
            Registry.classes[name.lower()] = cls


class Base(metaclass=Registry): pass
class One(Base): pass
class Two(One): pass
print(Registry.classes)
