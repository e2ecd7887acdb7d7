# Constants in the locals and loops of generators that wait: not counted from 3.15 on.
import sys


def stores():
    held = (7, 8)
    yield held
    print(sys.getrefcount(held))
    yield held


def loops():
    for number in (5, 6):
        yield number


def passes(argument):
    yield argument


def caller():
    for item in passes((1, 2)):
        print(item, sys.getrefcount(item))
        other = passes(item)
        next(other)
        print(item, sys.getrefcount(item))


stored = stores()
constant = next(stored)
print(sys.getrefcount(constant))
next(stored)
print(sys.getrefcount(constant))
looping = loops()
next(looping)
caller()
for number in (3, 4):
    x = number
