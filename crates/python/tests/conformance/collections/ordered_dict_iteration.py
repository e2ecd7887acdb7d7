from collections import OrderedDict

for change in (lambda o, k: o.move_to_end(k), lambda o, k: o.pop(k), lambda o, k: o.update({k + k: 1})):
    o = OrderedDict.fromkeys("abc")
    try:
        for key in o:
            change(o, key)
    except RuntimeError as error:
        print(error, list(o))
o = OrderedDict.fromkeys("abc")
for key in o:
    o[key] = key.upper()
print(o)
loop = OrderedDict()
loop["me"] = loop
print(loop)
print([*o], {**o}, sorted(o, reverse=True), [v for v in reversed(o.values())], type(iter(o)).__name__)
