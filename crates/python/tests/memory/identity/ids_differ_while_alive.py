# What lives at the same time never shares an address.
things = [[], [], {}, {}, (), set(), 1.5, 'a', b'a', len, int, None, print, ..., lambda: 1, lambda: 1, range(1), range(1)]
print(len({id(thing) for thing in things}) == len(things))
x = y = []
print(id(x) == id(y), id(x) == id([]), id(x) in {id(thing) for thing in things})
first, second = [[]], [[]]
print(id(first) == id(second), id(first[0]) == id(second[0]), id([[]][0]) == id([[]][0]))
