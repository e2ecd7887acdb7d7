import gc
import weakref
from typing import List


class A:
    pass


r = weakref.ref(A)
List[A]
del A
gc.collect()
print(r() is not None)
