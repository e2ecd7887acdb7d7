# An object that dies makes room for the next of its size.
print(id([]) == id([]), id({}) == id({}), id(1.5 + len('')) == id(2.5 + len('')), id(object()) == id(object()))
first = [1]
place = [id(first)]
del first
second = [2]
print(id(second) == place[0])
first = {1: 2}
place = [id(first)]
del first
second = {}
print(id(second) == place[0])
first = (len('a'), 2)
place = [id(first)]
del first
second = (3, len('b'))
print(id(second) == place[0])
