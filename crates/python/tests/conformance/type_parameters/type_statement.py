# The value of an alias is evaluated when asked for, and can name the alias.
log = []


def note(value):
    log.append(value)
    return int


type A = note("alias")
print(A, log)
print(A.__value__, A.__value__, log)
type R = list[R]
print(R.__value__, R.__name__, R.__type_params__, R.__module__)
type G[K, V] = dict[K, list[V]]
print(G, G.__value__, G.__type_params__, G[int, str], G[int, str].__args__, G[int, str].__origin__)
try:
    A[int]
except TypeError as error:
    print(error)
try:
    A()
except TypeError as error:
    print(error)
print(A | int, None | A, (A | int).__args__)
for statement in ("A.__value__ = 1", "A.__name__ = 'x'", "del A.__type_params__"):
    try:
        exec(statement)
    except AttributeError as error:
        print(error)
# conformance: not yet as 3.15
