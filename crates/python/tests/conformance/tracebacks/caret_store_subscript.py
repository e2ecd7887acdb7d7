# conformance: whole stderr
x = [1,2,3]
x[10] = 5
