# conformance: whole stderr
print(1，2)
# conformance: not yet as 3.15
