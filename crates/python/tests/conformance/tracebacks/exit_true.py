# conformance: whole stderr
raise SystemExit(True)
