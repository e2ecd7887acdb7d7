# conformance: whole stderr
print(f"{1/0}")
