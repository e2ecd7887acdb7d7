import traceback


def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


try:
    down(8)
except ValueError as e:
    lines = "".join(traceback.format_exception(e)).splitlines()
for line in lines:
    if not line.startswith("  File"):
        print(line)
