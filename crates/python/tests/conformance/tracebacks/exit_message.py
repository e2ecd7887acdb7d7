# conformance: whole stderr
raise SystemExit("bye")
