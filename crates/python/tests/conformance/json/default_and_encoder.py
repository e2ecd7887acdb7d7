import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


print(json.dumps([Point(1, 2), {3, 1}], cls=Encoder))
print(json.dumps({"p": Point(1, 2)}, default=vars, indent=1))
print(Encoder(sort_keys=True).encode({"b": 1, "a": {2}}))
try:
    json.dumps(1j, cls=Encoder)
except TypeError as e:
    print(e)


class MyInt(int):
    def __repr__(self):
        return "my int"


class MyStr(str):
    pass


print(json.dumps([MyInt(3), MyStr("s"), True]), json.dumps({MyStr("k"): MyInt(1)}))
