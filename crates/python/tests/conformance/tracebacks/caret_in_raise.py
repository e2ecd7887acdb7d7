# conformance: whole stderr
raise ValueError("x" * 3 + 1)
