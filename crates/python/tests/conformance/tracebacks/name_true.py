# conformance: whole stderr
True_ = 1
print(ture)
