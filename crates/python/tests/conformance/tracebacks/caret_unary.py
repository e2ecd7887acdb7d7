# conformance: whole stderr
x = -"a"
