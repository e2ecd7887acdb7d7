# conformance: whole stderr
print(f"{}")
