# conformance: whole stderr
raise
