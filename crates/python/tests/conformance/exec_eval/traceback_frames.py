# Frames of code from a string have its name as file, and lines without text.
def run():
    exec("def q():\n    1 / 0\n\nq()")


try:
    run()
except ZeroDivisionError as error:
    entry = error.__traceback__
    while entry:
        code = entry.tb_frame.f_code
        print(code.co_name, code.co_filename.rsplit("/")[-1], entry.tb_lineno, entry.tb_frame.f_globals is globals())
        entry = entry.tb_next
