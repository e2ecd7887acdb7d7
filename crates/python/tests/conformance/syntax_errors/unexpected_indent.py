# conformance: whole stderr
x = 1
    y = 2
