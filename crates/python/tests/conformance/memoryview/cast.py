def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview(bytearray(range(8)))
for name in "BbcHhIiLlQqNn?@H":
    if name != "@":
        show(lambda: (name, m.cast(name).tolist()))
show(lambda: m.cast("@I").format)
show(lambda: m.cast("z"))
show(lambda: m.cast("HH"))
show(lambda: m[:3].cast("H"))
show(lambda: m[::2].cast("H"))
show(lambda: m.cast("H").cast("I"))
show(lambda: m.cast("H").cast("B").tolist())
# conformance: not yet as 3.15
