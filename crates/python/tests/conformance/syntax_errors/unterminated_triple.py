# conformance: whole stderr
x = """abc
print(1)
