# conformance: whole stderr
name = "x"
print "hello", name
