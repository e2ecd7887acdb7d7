# conformance: whole stderr
x = [
    1,
    (2,
]
