# An argument that is the caller's local is borrowed all the way down, a global or a cell is not.
import sys


def last(value):
    return sys.getrefcount(value)


def middle(value):
    return last(value), last(value=value), sys.getrefcount(value)


def local():
    value = []
    return middle(value), middle([])


def cell():
    value = []
    return middle(value), (lambda: value) and sys.getrefcount(value)


shared = []
print(local(), cell(), middle(shared))
