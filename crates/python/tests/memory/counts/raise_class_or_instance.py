from sys import getrefcount as R
class E(Exception):
    pass
print(R(E))
try:
    raise E
except E as e:
    print(R(E), R(e))
x = E()
print(R(x), R(E))
try:
    raise x
except E as e:
    print(R(x), R(e), e is x)
print(R(x))
x = x.with_traceback(None)
print(R(x), R(E))
