# conformance: whole stderr
eval("1 +")
