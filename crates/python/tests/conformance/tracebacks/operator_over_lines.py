# conformance: whole stderr
result = (
    1
    + 2
    / 0
    + 3
)
