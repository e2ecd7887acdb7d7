import traceback


def a():
    return b()


def b():
    return [(f.name, f.lineno, f.line) for f in traceback.extract_stack()]


print(a())


def show():
    for text in traceback.format_stack(limit=2):
        print(text.splitlines()[1])


show()
