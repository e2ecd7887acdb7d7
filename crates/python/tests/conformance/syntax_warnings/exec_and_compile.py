# conformance: whole stderr
exec("x = '\\d'")
code = compile("1 is 1\n", "<here>", "exec")
eval("[]['a']") if False else None
print(eval("1 is 1"))
