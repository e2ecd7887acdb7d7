import traceback

try:
    try:
        int("x")
    except ValueError:
        raise KeyError("second")
except KeyError as e:
    te = traceback.TracebackException.from_exception(e)
print(str(te), te.__cause__, str(te.__context__))
print(list(te.format_exception_only()), te.__suppress_context__)
print(len(te.stack), te.stack[0].line)
print(sum("During handling" in part for part in te.format()), sum("During" in p for p in te.format(chain=False)))
