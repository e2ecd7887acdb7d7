# conformance: whole stderr
sorted([1], revers=True)
