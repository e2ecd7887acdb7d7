# conformance: whole stderr
x = 007
