# conformance: whole stderr
raise SystemExit
