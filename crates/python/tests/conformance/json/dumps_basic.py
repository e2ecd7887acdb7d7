import json

print(json.dumps({"b": [1, 2.5, None, True, False], "a": {}, "c": [], "d": ()}))
print(json.dumps("quote \" back \\ slash / tab \t nul \0 del \x7f"), json.dumps("é 漢 😀"))
print(json.dumps("é 漢 😀 \x7f\x1f", ensure_ascii=False))
print(json.dumps({1: 1, None: 2, True: 3, 1.5: 4, False: 5, "k": 6}))
print(json.dumps([1e100, 0.1, -0.0, 10**20, float("inf"), float("-inf"), float("nan")]))
print(json.dumps(None), json.dumps(5), json.dumps(""), json.dumps([[], [[]]]))
