from sys import getrefcount as R
try:
    raise ValueError
except ValueError as e:
    n = R(e)
try:
    raise ValueError(1)
except ValueError as e:
    kept = e
n = R(kept)
