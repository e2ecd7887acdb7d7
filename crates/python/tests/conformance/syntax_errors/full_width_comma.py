# conformance: whole stderr
print(1，2)
