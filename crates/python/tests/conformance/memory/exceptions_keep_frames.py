import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def f():
    d = D("local of f")
    raise ValueError("x")


try:
    f()
except ValueError as e:
    print("handling")
print("after")
def g():
    try:
        f()
    except ValueError as e:
        return e
e = g()
print("exception kept", e.__traceback__.tb_next is not None)
e.__traceback__ = None
print("traceback gone")
try:
    try:
        raise KeyError(D("in args"))
    finally:
        print("finally")
except KeyError as k:
    pass
print("end")
