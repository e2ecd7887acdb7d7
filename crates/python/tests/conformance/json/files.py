import io
import json

data = {"name": "ouro", "sizes": [1, 2, 3]}
with open("data.json", "w") as f:
    json.dump(data, f, indent=2)
with open("data.json") as f:
    print(f.read())
with open("data.json") as f:
    print(json.load(f) == data)
out = io.StringIO()
json.dump([1, "a"], out)
print(out.getvalue())
try:
    json.load(io.StringIO("{"))
except json.JSONDecodeError as e:
    print(e)
try:
    json.loads(5)
except TypeError as e:
    print(e)
