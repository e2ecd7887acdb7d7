# conformance: whole stderr
x = {}
x["a"] += 1
