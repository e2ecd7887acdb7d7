# conformance: whole stderr
names = ["a", "b" "c" d]
