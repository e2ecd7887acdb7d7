# conformance: whole stderr
assert 1 == 2, "no"
