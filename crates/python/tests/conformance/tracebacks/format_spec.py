# conformance: whole stderr
x = 3
print(f"{x:abc}")
