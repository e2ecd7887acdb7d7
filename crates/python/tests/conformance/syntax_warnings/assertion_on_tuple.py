# conformance: whole stderr
assert (1 == 2, "never")
assert ()or 1
print("done")
