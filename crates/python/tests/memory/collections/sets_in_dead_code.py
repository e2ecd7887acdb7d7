if True:
    x = 2 in {1, 2}
elif x in {3, 4}:
    [i for i in {5, 6}]
def f():
    return 7
    for i in {8, 9}: pass
class A: pass
f(), x, None.missing
