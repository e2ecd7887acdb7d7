def f(x):
    return x in {1, 2} or x in {3, 4}
for i in {5, 6}: pass
x = 5 in {1, 2}
zork
