class Duck(type):
    def __instancecheck__(cls, obj):
        return hasattr(obj, "quack")
    def __subclasscheck__(cls, sub):
        return "quack" in vars(sub)


class Quacks(metaclass=Duck): pass
class Robot:
    def quack(self): return "beep"
class Stone: pass


print(isinstance(Robot(), Quacks), isinstance(Stone(), Quacks), issubclass(Robot, Quacks), issubclass(Stone, Quacks))
print(isinstance(Robot(), (int, Quacks)), isinstance(Quacks(), Quacks))


class Raises(type):
    def __instancecheck__(cls, obj): raise ValueError("no check")


class R(metaclass=Raises): pass
try:
    isinstance(1, R)
except ValueError as e:
    print(e)
print(isinstance(R(), R))
class MyError(Exception): pass
try:
    try:
        raise KeyError("k")
    except (MyError, R):
        print("caught")
except TypeError as e:
    print(e)
