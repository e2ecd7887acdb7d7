# conformance: whole stderr
try:
    int("x1")
except ValueError as e:
    e.add_note("while reading the file")
    e.add_note("line 3\nof many")
    raise
