# conformance: whole stderr
f = 3
f(  1,
   2)
