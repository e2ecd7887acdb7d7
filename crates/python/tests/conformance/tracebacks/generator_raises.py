# conformance: whole stderr
def g():
    yield 1
    raise ValueError("g")
for x in g(): print(x)
