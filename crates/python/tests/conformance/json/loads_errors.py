import json

for text in ("", "nul", "[1,]", '{"a":1,}', "[1 2]", '{"a" 1}', "{1: 2}", '{"a": }', '"abc', '"\\x"', '"\\u12g4"', '"a\nb"',
             "1 2", "{", "[", '{"a": 1', "[01]", "-", "+1", ".5", "1.", "'a'", "tru", '["a",\n "b" "c"]', '{"a":1 "b":2}',
             "\ufeff1"):
    try:
        print(repr(json.loads(text)))
    except json.JSONDecodeError as e:
        print(e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)
