# conformance: whole stderr
a = "\d"
b = b"\q \u"
c = f"\w{a}\z"
d = r"\d"
e = """
\p
"""
f = "\400" "\8"
print(ascii([a, b, c, d, e, f]))
