def reraise():
    raise


try:
    raise
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        reraise()
except ZeroDivisionError as e:
    print("again", e, e.__context__)


def handler():
    try:
        raise KeyError("inner")
    except KeyError:
        pass
    raise


try:
    try:
        raise ValueError("outer")
    except ValueError:
        handler()
except ValueError as e:
    print(repr(e))
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        e.args = ("changed",)
        raise
except ValueError as e:
    print(e)
try:
    try:
        raise ValueError("v")
    finally:
        try:
            reraise()
        except ValueError as e:
            print("in finally:", e)
except ValueError:
    print("outside")
