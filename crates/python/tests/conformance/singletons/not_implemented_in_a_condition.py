# conformance: whole stderr
print(bool(NotImplemented))
if NotImplemented:
    print("yes")
print(not NotImplemented, NotImplemented and 1)
