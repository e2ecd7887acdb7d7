# conformance: whole stderr
with 5 as x:
    pass
