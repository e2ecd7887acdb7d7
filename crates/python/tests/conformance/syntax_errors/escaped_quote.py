# conformance: whole stderr
path = 'C:\temp\'
print(path)
