import time

for call in (
    lambda: time.sleep(-1),
    lambda: time.sleep(float("nan")),
    lambda: time.sleep("1"),
    lambda: time.asctime((1, 2)),
    lambda: time.asctime([1] * 9),
    lambda: time.strftime(5),
    lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)),
    lambda: time.strftime("%Y", (2024, 1, 32, 0, 0, 0, 0, 1, 0)),
    lambda: time.strftime("%Y", (2024, 1, 1, 24, 0, 0, 0, 1, 0)),
    lambda: time.asctime((2024, 1, 1, 0, 61, 0, 0, 1, 0)),
    lambda: time.asctime((2024, 1, 1, 0, 0, 0, 0, 367, 0)),
    lambda: time.time(1),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# conformance: not yet as 3.14, 3.15
