# conformance: whole stderr
sorted([1, "a"])
