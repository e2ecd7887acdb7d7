# conformance: whole stderr
[].apend(1)
