# conformance: whole stderr
def check(text):
    raise ValueError(text)


result = check("日本")
