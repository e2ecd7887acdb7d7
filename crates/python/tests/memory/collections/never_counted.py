# What the collector never tracks is never counted: numbers, ranges and their iterators, strs, bytes, bytearrays.
import gc

gc.disable()


def counted(make):
    gc.collect(); kept = [make(n) for n in range(5)]; print(gc.get_count()[0], end=' '); kept = None


for make in (lambda n: None, lambda n: range(3, n), lambda n: bytearray(n), lambda n: n + 0.5, lambda n: 10 ** 20 + n, str,
             lambda n: bytes([n, 1]), lambda n: object(), lambda n: [n], complex):
    counted(make)
print()
