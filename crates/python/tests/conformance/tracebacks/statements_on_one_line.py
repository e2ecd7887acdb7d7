# conformance: whole stderr
x = 1; y = x / 0; z = 3
