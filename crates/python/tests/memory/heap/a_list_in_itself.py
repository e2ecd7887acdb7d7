a = []
a.append(a)
b = a
del a
b.clear()
