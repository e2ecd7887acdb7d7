# conformance: whole stderr
x = "abc
print(x)
