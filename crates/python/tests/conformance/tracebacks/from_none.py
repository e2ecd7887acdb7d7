# conformance: whole stderr
try:
    1/0
except ZeroDivisionError:
    raise TypeError("x") from None
