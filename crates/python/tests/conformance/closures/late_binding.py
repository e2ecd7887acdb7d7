functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])


def counters():
    for n in range(2):
        def count():
            nonlocal n
            n += 10
            return n
        yield count


for c in counters():
    print(c(), c())
