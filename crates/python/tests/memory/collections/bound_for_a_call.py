import gc
import sys


class A:
    def __format__(self, spec):
        return "A"

    def __reversed__(self):
        return iter(())


a, letters = A(), ["a", "b"]
gc.collect()
x = f"{letters} {a}"
gc.collect()
x = format(1, ">3")
gc.collect()
x = "{:>3} {}".format("a", letters)
gc.collect()
x = sys.getsizeof(letters)
gc.collect()
x = reversed(letters)
gc.collect()
x = reversed(a)
x = None
