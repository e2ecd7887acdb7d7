# conformance: whole stderr
eg = ExceptionGroup("l0", [ValueError(0)])
for i in range(12):
    eg = ExceptionGroup(f"l{i+1}", [eg])
raise eg
