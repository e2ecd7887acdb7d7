# Code run inside a function sees its locals, but cannot rebind them.
def f():
    x = 1
    exec("y = x + 1; x = 10; print(sorted(locals()))")
    print(x, "y" in locals())
    return eval("x + 5")


def g():
    value = 10
    print(eval("[value for _ in range(2)]"))
    try:
        print(eval("(lambda: value)()"))
    except NameError as error:
        print(error)


print(f())
g()
