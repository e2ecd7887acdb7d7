import cProfile


def numbers():
    yield 1
    yield 2


def outer():
    yield from numbers()


def main():
    return sum(x for x in outer())


p = cProfile.Profile()
print(p.runcall(main))
p.create_stats()
for (file, line, name), row in sorted(p.stats.items(), key=lambda item: item[0][1:]):
    print(line, name, row[0], row[1], sorted((caller[2], r[:2]) for caller, r in row[4].items()))
