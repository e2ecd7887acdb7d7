# conformance: whole stderr
x = (1 +
     2 +
     "a" +
     3)
