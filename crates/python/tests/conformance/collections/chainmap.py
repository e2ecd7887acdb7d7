from collections import ChainMap

defaults, own = {"color": "red", "user": "guest"}, {"user": "admin"}
c = ChainMap(own, defaults)
print(c["user"], c["color"], len(c), sorted(c), c.get("zz"), "color" in c)
c["color"] = "blue"
print(own, defaults, c.maps)
child = c.new_child({"x": 1})
print(child["x"], child.parents["user"], dict(sorted(child.items())))
del c["color"]
print(c["color"])
try:
    del c["color"]
except KeyError as error:
    print(error)
print(c)
