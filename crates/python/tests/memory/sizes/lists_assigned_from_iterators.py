# A slice takes its items from a list that is made of an iterator.
l = [1, 2, 3]
x = [1, 2]
x = 1
l[1:2] = range(20)
x = 1
l[1:2] = iter((1, 2, 3))
x = 1
l[1:2] = {1: 2}
x = 1
l[::2] = range(len(l[::2]))
x = 1
print(len(l))
