from collections import UserDict


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return f"no {key}"


u = Upper(a=1)
u.update({"b": 2})
u.setdefault("c", 3)
print(u, u["B"], u["zz"], len(u), "A" in u, list(u.items()), u.data, isinstance(u, dict))
print(u.pop("A"), u | {"d": 4}, u == {"B": 2, "C": 3}, u.copy(), type(u.copy()).__name__, u.get("q"))
