from contextlib import ExitStack

with ExitStack() as stack:
    stack.callback(print, "released")
    kept = stack.pop_all()
print("nothing yet")
kept.close()
kept.close()
