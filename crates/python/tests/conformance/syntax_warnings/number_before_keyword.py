# conformance: whole stderr
x = 1if 2else 3
y = 0xfor x
z = [1for _ in "ab"]
print(x, y, z)
