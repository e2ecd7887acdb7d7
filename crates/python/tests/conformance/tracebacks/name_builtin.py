# conformance: whole stderr
prnt(1)
