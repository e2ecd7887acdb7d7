import traceback

for call in (
    lambda: traceback.format_exception("text"),
    lambda: traceback.format_exception(ValueError, ValueError(1)),
    lambda: traceback.print_last(),
):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(traceback.format_exc())
print(traceback.format_exception(None))
print(traceback.format_exception(ValueError, ValueError(1), None))
