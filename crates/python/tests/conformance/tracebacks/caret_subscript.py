# conformance: whole stderr
a = [1, 2]
b = {"x": {"y": None}}
print(b["x"]["y"]["z"])
