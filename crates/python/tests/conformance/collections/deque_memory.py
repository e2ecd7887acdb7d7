from collections import deque
import gc
import sys
import weakref

print([sys.getsizeof(deque(range(n))) for n in (0, 1, 63, 64, 65, 128, 200)])
d = deque()
for n in range(70):
    d.appendleft(n)
print(sys.getsizeof(d))
d.rotate(10)
for _ in range(40):
    d.pop()
print(sys.getsizeof(d))


class Item:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


last = deque(maxlen=2)
for n in range(4):
    last.append(Item(n))
print("full")
last.clear()
loop = deque()
loop.append(loop)
ref = weakref.ref(loop)
del loop
print(gc.collect() > 0, ref())
