import traceback


class Own(Exception):
    pass


e = Own("text")
e.add_note("a note")
e.add_note("two\nlines")
print(traceback.format_exception_only(e))
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError()))
print(traceback.format_exception_only(type(e), e))
try:
    compile("x = = 1", "file.py", "exec")
except SyntaxError as error:
    print("".join(traceback.format_exception_only(error)), end="")
