# A frame holds its code besides the function that does: while it runs, while a generator exists, and once kept.
import sys
from sys import getrefcount as count

def depth(n): return count(depth.__code__) if n == 0 else depth(n - 1)
print(depth(0), depth(3), count(depth.__code__))

def steps():
    yield count(steps.__code__)
s = steps()
code = s.gi_code
print(count(code), next(s), count(code), list(s), count(code), s.gi_code is code)
del s
print(count(code))

async def coroutine(): return count(coroutine.__code__)
c = coroutine()
try: c.send(None)
except StopIteration as e: print(e.value, count(coroutine.__code__))
del c

def kept(): return sys._getframe()
frame = kept()
print(count(kept.__code__), frame.f_code is kept.__code__)
del frame
class Body: print(count(sys._getframe().f_code))
print(count(kept.__code__), count(sys._getframe().f_code), list(count(sys._getframe().f_code) for _ in [0]))
