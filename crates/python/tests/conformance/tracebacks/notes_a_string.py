# conformance: whole stderr
e = ValueError()
e.__notes__ = "abc"
raise e
