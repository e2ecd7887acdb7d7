def g(n):
    total = 0
    while True:
        total += (yield total) or n


it = g(2)
print(next(it), it.send(10), next(it), it.gi_frame.f_locals, it.gi_frame.f_lineno)


def finishing():
    try:
        yield 1
    finally:
        print("cleanup")


f = finishing()
next(f)
del f
print("after del")
for x in finishing():
    break
print("after break")


def chain(*its):
    for it in its:
        yield from it


def take(n, it):
    return [x for _, x in zip(range(n), it)]


def naturals():
    n = 0
    while True:
        yield n
        n += 1


print(take(5, chain("ab", naturals())))
