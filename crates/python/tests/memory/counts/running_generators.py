import sys


def references():
    yield sys.getrefcount(generator)
    yield sys.getrefcount(generator)
    yield sys.getrefcount(generator)


def delegating(inner):
    yield from inner


generator = references()
print(next(generator))
print(generator.send(None))
for count in generator:
    print(count)
generator = references()
print(list(generator))
generator = references()
print(list(delegating(generator)))
generator = references()
print(*generator)
