import gc

one, two, letters = 1, 2, ["a", "b"]
made = {
    "display": (one, two), "list": tuple(letters), "iterator": tuple(iter(letters)), "slice": (one, two)[:one],
    "sum": (one,) + (two,), "product": (one,) * two, "divmod": divmod(one, two), "floats": divmod(1.5, two),
    "partition": "abc".partition("b"), "zip": list(zip(letters, letters))[0],
    "first pair": list(enumerate(letters))[0], "last pair": list(enumerate(letters))[1],
    "item": [item for item in {one: two, two: one}.items()][1], "items": list({one: two}.items())[0],
    "popped": {one: two}.popitem(), "ratio": one.as_integer_ratio(), "arguments": (lambda *args: args)(one, two),
    "exception": ValueError(one).args,
}
print([name for name, pair in made.items() if not gc.is_tracked(pair)])
gc.collect(0)
print([name for name, pair in made.items() if gc.is_tracked(pair)])
