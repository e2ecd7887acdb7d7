# conformance: whole stderr
x = 1
return x
