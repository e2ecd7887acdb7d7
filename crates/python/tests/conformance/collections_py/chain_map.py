from collections import ChainMap

defaults, local = {"color": "red", "user": "guest"}, {"user": "ann"}
m = ChainMap(local, defaults)
print(m, m["user"], m["color"], len(m), list(m), dict(m), m.get("x", 0))
m["color"] = "blue"
print(local, defaults, m.parents, m.new_child({"k": 1}), m.maps[1] is defaults)
child = m.new_child()
child["user"] = "bob"
print(child["user"], m["user"], child | {"z": 1}, "z" in child)
del child["user"]
for wrong in ("child['nope']", "child.pop('user')", "child.popitem()"):
    try:
        eval(wrong)
    except KeyError as error:
        print(error)
