# conformance: whole stderr
x = 1
del x.y
