import json

data = {"name": "x", "list": [1, [2, {"k": None}], []], "empty": {}, "a": {"z": 1, "b": 2}}
print(json.dumps(data, indent=2))
print(json.dumps(data, indent="--", sort_keys=True))
print(json.dumps(data, indent=0))
print(json.dumps(data, separators=(",", ":")))
print(json.dumps([1, {"a": 2}], indent=1, separators=(" ;", " = ")))
