from collections import OrderedDict

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, list(o.keys()))
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o)
o["d"] = 4
o["b"] = 20
print(list(o.items()), list(reversed(o)), o.pop("d"), o.pop("x", None), o.setdefault("e"))
for wrong in (lambda: o.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: o.pop("zz"), lambda: OrderedDict(1, 2),
              lambda: OrderedDict([(1, 2, 3)])):
    try:
        wrong()
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(OrderedDict(), OrderedDict.fromkeys("ab", 0), o.copy() == o)
# conformance: not yet as 3.14, 3.15
