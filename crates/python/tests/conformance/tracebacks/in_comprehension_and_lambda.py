# conformance: whole stderr
data = [1, 2, "three"]
double = lambda x: x * 2 + 1
print([double(v) for v in data[:2]])
print([double(v) for v in data])
