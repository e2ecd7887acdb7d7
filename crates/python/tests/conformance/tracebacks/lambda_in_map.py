# conformance: whole stderr
f = lambda x: x / 0
list(map(f, [1]))
