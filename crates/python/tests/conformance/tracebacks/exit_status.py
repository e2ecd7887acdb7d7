# conformance: whole stderr
raise SystemExit(3)
