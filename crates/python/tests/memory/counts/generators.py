# What a suspended generator holds: its arguments, its locals, what it iterates over.
import sys


def pairs(items, extra):
    for item in items:
        own = [item]
        yield own, extra


items, extra = [[1], [2]], []
made = pairs(items, extra)
print(sys.getrefcount(items), sys.getrefcount(extra))
first = next(made)
print(sys.getrefcount(items), sys.getrefcount(extra), sys.getrefcount(first[0]), sys.getrefcount(items[0]), sys.getrefcount(made))
expression = (item for item in items)
print(sys.getrefcount(items), sys.getrefcount(expression), sys.getrefcount(next(expression)))
made.close()
print(sys.getrefcount(items), sys.getrefcount(extra), sys.getrefcount(first[0]))
del expression
print(sys.getrefcount(items))
