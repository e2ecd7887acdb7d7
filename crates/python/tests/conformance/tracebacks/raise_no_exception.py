# conformance: whole stderr
raise 5
