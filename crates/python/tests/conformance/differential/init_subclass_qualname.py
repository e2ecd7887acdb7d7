def outer():
    class Base:
        pass

    class Derived(Base, other=1):
        pass


try:
    outer()
except TypeError as error:
    print(error)
