import json

loop = []
loop.append(loop)
for call in (
    lambda: json.dumps({1, 2}),
    lambda: json.dumps({"a": object}),
    lambda: json.dumps({(1, 2): 3}),
    lambda: json.dumps({(1, 2): 3, "a": 1}, skipkeys=True),
    lambda: json.dumps(float("nan"), allow_nan=False),
    lambda: json.dumps([float("inf")], allow_nan=False),
    lambda: json.dumps(loop),
    lambda: json.dumps({"b": 1, 2: 2}, sort_keys=True),
    lambda: json.dumps(b"bytes"),
):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
