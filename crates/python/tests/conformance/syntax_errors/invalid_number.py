# conformance: whole stderr
x = 12abc
