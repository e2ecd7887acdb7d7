d = {"key": "value", 'other': [1, 2]}
print(f"{d["key"]} {d['other'][0]} {f"{f"{1 + 1}"}"}")
print(f"{"a" + "b"} {'it''s'} {"\"quoted\""}")
print(f"{', '.join(f"{k}={v!r}" for k, v in d.items())}")
print(f'{'single' + "double"}')
print(f"{"{"} {"}"} {"{}".format(5)}")
print(f"{d['key']:{"^" + "9"}}|")
x = 5
print(f"{x:{"{"}>{4}}" if False else f"{x!r:*^{x}}")
print(f"{x:=+5d}", f"{x=:>4}", f"{(y := 3)} {y}", f"{x:=^5}")
print(f"{x!s}" f'{x!r}' rf"{x}\{x}")
print(f"{'''triple
in single'''}")
print(f"{x # comment
}")
