import sys


def count(value, *more):
    return sys.getrefcount(value)


def local():
    return count((1, 'a'), {letter for letter in 'ab'}, [letter for letter in 'a' if letter])


print(count((2, 'b'), {letter: 3 for letter in 'ab'}), local())
print(count((3, 'c'), [] if local else ()), count((4, 'd') if local else 5.5, 6.5))
