import json

values = [0, -1, 1.1, 1e-7, 123456789.123, "", "a\u0000b", "\\", [], {}, [None, [True]], {"": {"x": [1.0]}}]
for value in values:
    for options in ({}, {"indent": 1}, {"ensure_ascii": False}, {"separators": (",", ":")}):
        back = json.loads(json.dumps(value, **options))
        if back != value or type(back) is not type(value):
            print("differs", value, options)
print("done")
print(list(json.JSONEncoder().iterencode([1, [2]])))
