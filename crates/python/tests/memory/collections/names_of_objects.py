# dir() and what it is made of: a dict, lists, iterators, bound methods.
class A:
    pass


x = 1
dir(int)
x = 1
dir(int)
x = 1
x = {}, {}, {}, [], []
dir(A)
x = 1
dir(A())
x = 1
type.__dir__(int)
x = 1
names = vars(int)
x = 1
names.keys()
x = 1
names.copy()
x = 1
{}.update(names)
x = 1
