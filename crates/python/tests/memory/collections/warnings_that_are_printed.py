# A printed warning leaves a registry, the frame's object, and tuples and lists in the free lists; imports are not counted.
import gc


def invert(flag):
    number = ~flag
    return number


x = 1
invert(True)
invert(True)


class Name(str):
    pass


gc.collect()
~(x > 1)
~(x > 1)
gc.collect(); ~(x > 2)
x = 2
