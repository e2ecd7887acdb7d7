# conformance: whole stderr
e = SystemExit(4)
e.code = "changed"
raise e
