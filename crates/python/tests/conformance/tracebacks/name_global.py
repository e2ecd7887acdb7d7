# conformance: whole stderr
value = 1
print(valeu)
