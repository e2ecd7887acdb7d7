import cProfile


def f():
    pass


with cProfile.Profile() as p:
    f()
f()
p.enable()
f()
f()
p.disable()
p.create_stats()
print([(name, row[1]) for (file, line, name), row in p.stats.items() if name == "f"])
q = cProfile.Profile(builtins=False, subcalls=False)
q.enable()
f()
len([])
q.disable()
q.create_stats()
print(sorted((name, row[1], row[4]) for (file, line, name), row in q.stats.items()))
q.clear()
q.create_stats()
print(q.stats)
# conformance: not yet as 3.14, 3.15
