# conformance: whole stderr
exec("return 1")
