# conformance: whole stderr
def numbers():
    yield 1
    yield from more()


def more():
    yield 2
    raise RuntimeError("no more numbers")


total = 0
for n in numbers():
    total += n
