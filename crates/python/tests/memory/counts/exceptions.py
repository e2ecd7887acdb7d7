from sys import getrefcount as R
def fail(x):
    raise ValueError(x)
a = []
try:
    fail(a)
except ValueError as e:
    print(R(e), R(e.args), R(a), R(e.__traceback__))
    t = e.__traceback__
    print(R(t), R(t.tb_next), R(t.tb_frame))
print(R(a))
del t
print(R(a))
try:
    raise KeyError
except KeyError as k:
    kept = k
print(R(kept), R(kept.__traceback__))
