import copy
import copyreg


class A:
    def f(self):
        return self.x


a = A()
a.x = 5
m = copy.deepcopy(a.f)
print(m(), m.__self__ is a, copy.copy(len) is len)


class Temp:
    def __init__(self, c):
        self.c = c


copyreg.pickle(Temp, lambda t: (Temp, (t.c + 100,)))
print(copy.copy(Temp(1)).c)
try:
    copyreg.pickle(Temp, 5)
except TypeError as error:
    print(error)
