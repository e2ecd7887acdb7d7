# conformance: whole stderr
# Carets under a whole call show where a line has characters of several bytes.
def check(text):
    found = format(text, ">4").index("12")


check("é")
