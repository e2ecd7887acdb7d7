# conformance: whole stderr
for i in 5: pass
