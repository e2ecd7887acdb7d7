import traceback

try:
    raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), KeyError("k")])])
except ExceptionGroup as group:
    te = traceback.TracebackException.from_exception(group)
    text = "".join(te.format())
for line in text.splitlines():
    if "File" not in line:
        print(line)
print(len(te.exceptions), str(te.exceptions[1].exceptions[0]), te.exceptions[0].exceptions)
