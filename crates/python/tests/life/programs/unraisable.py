import sys, weakref
class A:
    def __del__(self):
        x = 1 + (1 / 0)
a = A()
del a
class B: pass
b = B()
def cb(r): raise ValueError("x")
r = weakref.ref(b, cb)
del b
def rec(n):
    if n: rec(n-1)
    else: raise KeyError('a')
class C:
    def __del__(self): rec(10)
C()
class D:
    def __del__(self): raise ValueError
D()
class E2(Exception):
    def __str__(self): 1/0
class F:
    def __del__(self):
        try: 1/0
        except Exception as e: raise E2("m") from e
F()
class G:
    __del__ = 3
G()
class H:
    def __repr__(self): 1/0
    def __call__(self, r): 1/0
b = B()
w = weakref.ref(b, H())
del b
def gen():
    try: yield 1
    finally: yield 2
g = gen(); next(g); del g
def gen2():
    try: yield 1
    finally: 1/0
g = gen2(); next(g); del g
async def co(): pass
co()
import atexit
@atexit.register
def f(): 1/0
sys.unraisablehook = lambda u: print("HOOK", u)
D()
