import cProfile


def fail():
    raise ValueError


def catch():
    try:
        fail()
    except ValueError:
        pass
    try:
        int("x")
        [].index(1)
    except ValueError:
        pass
    try:
        [].index(1)
    except ValueError:
        return len([])


p = cProfile.Profile()
p.runcall(catch)
p.create_stats()
for (file, line, name), row in sorted(p.stats.items(), key=lambda item: item[0][1:]):
    print(line, name, row[0], row[1])
try:
    p.runcall(fail)
except ValueError as e:
    print("passed on")
