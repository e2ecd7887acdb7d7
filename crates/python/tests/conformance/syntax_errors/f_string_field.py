# conformance: whole stderr
x = 1
print(f"{x!z}")
