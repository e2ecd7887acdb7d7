# conformance: whole stderr
"abc".uper()
