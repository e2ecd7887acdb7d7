def show(e):
    while e is not None:
        print(" ", repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), "suppress", e.__suppress_context__)
        e = e.__cause__ or e.__context__


try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
except ValueError as e:
    show(e)
try:
    try:
        {}["k"]
    except KeyError:
        raise TypeError("during")
except TypeError as e:
    show(e)
try:
    try:
        {}["k"]
    except KeyError:
        raise TypeError("hidden") from None
except TypeError as e:
    show(e)
try:
    raise ValueError from KeyError
except ValueError as e:
    show(e)
for cause in (5, "x", int):
    try:
        raise ValueError from cause
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    try:
        raise KeyError(1)
    except KeyError as a:
        try:
            raise IndexError(2)
        except IndexError as b:
            raise a
except KeyError as e:
    show(e)
