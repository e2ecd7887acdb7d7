import gc, sys
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def fail(n):
    a = A(n)
    try: raise ValueError(n)
    except ValueError as e: a.e = e; raise KeyError(n)
try: fail(1)
except KeyError as e: k = e
print(gc.collect()); del k
print(gc.collect())
def deep(n):
    a = A(n)
    if n == 0: 1/0
    try: deep(n - 1)
    except ZeroDivisionError as e: a.e = e; raise
try: deep(3)
except ZeroDivisionError: pass
print('collecting'); print(gc.collect())
