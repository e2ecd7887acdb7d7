# conformance: whole stderr
try:
    pass
except ValueError, TypeError:
    pass
