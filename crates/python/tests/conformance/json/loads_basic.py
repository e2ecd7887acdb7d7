import json

for text in ('{"a": [1, 2.5, null, true, false], "b": {}}', " [ ] ", '"\\u00e9\\ud83d\\ude00\\n\\/"', "-0", "1e5", "0.5E-2",
             "-12345678901234567890", "NaN", "[Infinity, -Infinity]", '{"a": 1, "a": 2}', "[[[]]]", '"\u2028"'):
    value = json.loads(text)
    print(type(value).__name__, repr(value))
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")))
