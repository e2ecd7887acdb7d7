# conformance: whole stderr
try:
    try:
        (1, 2, 3)[0] = 4
    finally:
        "é"[0] = "e"
finally:
    numbers = (1, 2)
    numbers[0] = 3
