# conformance: whole stderr
def fail(e):
    raise e


errors = []
for e in (ValueError("bad value"), TypeError("bad type")):
    try:
        fail(e)
    except Exception as caught:
        errors.append(caught)
raise ExceptionGroup("two things failed", errors)
