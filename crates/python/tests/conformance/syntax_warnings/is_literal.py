# conformance: whole stderr
x = 5
if x is 5: pass
if x is not "a": pass
x is ()
x is None; x is True; x is ...
1 is x is 2
print("done")
