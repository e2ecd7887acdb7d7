from types import SimpleNamespace

for args in [({"a": 1},), ([("b", 2)],), (1, 2)]:
    try:
        print(SimpleNamespace(*args, c=3))
    except TypeError as error:
        print("TypeError")
