a = b = [1]
del a
print(b)
try:
    a
except NameError as e:
    print(e)
c, d, e = 1, 2, 3
del (c, d), e
print([n for n in "cde" if n in globals()])
l = [0, 1, 2, 3, 4]
del l[0], l[-1]
print(l)
del l[:]
print(l)


def f():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x


print(f())


def item(): del l[5]
def key(): del {}["k"]
def of_tuple(): del (1,)[0]
def of_str(): del "abc"[0]
def attribute(): del f.nothing
def of_builtin(): del len.x
def of_type(): del object.__new__
def name(): del undefined_local; undefined_local = 1


for attempt in item, key, of_tuple, of_str, attribute, of_builtin, of_type, name:
    try:
        attempt()
    except Exception as e:
        print(type(e).__name__, e)
