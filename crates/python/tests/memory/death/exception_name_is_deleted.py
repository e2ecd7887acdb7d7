class D:
    def __del__(self): print("del")
def f():
    d = D()
    try:
        1 / 0
    except ZeroDivisionError as e:
        err = e
    err = None
f()
print("done")
