# A call lends an object to the function, and takes it back.
import sys


def visit(guest):
    coat = guest
    return sys.getrefcount(guest)


lamp = ["brass"]
before = sys.getrefcount(lamp)
during = visit(lamp)
after = sys.getrefcount(lamp)
print("more while inside:", during - before)
print("more afterwards:", after - before)
