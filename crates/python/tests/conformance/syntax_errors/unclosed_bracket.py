# conformance: whole stderr
print("a"
x = [1, 2]
print(x)
