from types import MappingProxyType

data = {"a": 1}
view = MappingProxyType(data)
print(view, view["a"], len(view), list(view), "a" in view)
data["b"] = 2
print(view, view.get("c", 0), view | {"c": 3})
try:
    view["a"] = 5
except TypeError as error:
    print(error)
try:
    del view["a"]
except TypeError as error:
    print(error)
print(view == {"a": 1, "b": 2}, view.copy(), list(view.items()))
