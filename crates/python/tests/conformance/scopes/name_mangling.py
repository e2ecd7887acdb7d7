class A:
    __x = 1

    def __init__(self):
        self.__y = 2
        self.__z__ = 3
        self._A__w = 4

    def get(self):
        return self.__x, self.__y, self.__w, self.__z__

    def __hidden(self, __arg=5):
        return __arg

    def call(self):
        return self.__hidden(), self.__hidden(_A__arg=6)


a = A()
print(a.get(), a.call(), sorted(a.__dict__))
try:
    a.__x
except AttributeError as e:
    print(e)


class _B:
    __q = 1


class __:
    __q = 1


print([n for n in _B.__dict__ if "q" in n], [n for n in __.__dict__ if "q" in n])
