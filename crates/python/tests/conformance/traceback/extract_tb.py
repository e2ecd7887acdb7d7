import sys
import traceback


def inner():
    raise RuntimeError("deep")


def outer():
    inner()


try:
    outer()
except RuntimeError as e:
    stack = traceback.extract_tb(e.__traceback__)
for frame in stack:
    print(frame.lineno, frame.name, frame.line)
print(len(traceback.extract_tb(None)), stack[-1].name, tuple(stack[0])[1:])
try:
    outer()
except RuntimeError as e:
    print(len(traceback.extract_tb(e.__traceback__, limit=1)), len(traceback.extract_tb(e.__traceback__, limit=-2)))
    print([line.splitlines()[1].strip() for line in traceback.format_tb(e.__traceback__)])
    print([f.f_code.co_name for f, line in traceback.walk_tb(e.__traceback__)])
