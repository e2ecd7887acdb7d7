class A:
    pass
a = A()
a.x = []
b = A()
b.x = a.x
a.other = b
del a
b = None
