# conformance: whole stderr
print(sys.path)
