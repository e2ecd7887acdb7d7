def kind(e):
    try:
        raise e
    except ArithmeticError:
        return "arithmetic"
    except LookupError:
        return "lookup"
    except (ValueError, TypeError) as x:
        return f"value or type: {x!r}"
    except OSError as x:
        return f"os {x}"
    except Exception:
        return "exception"
    except BaseException as x:
        return "base " + type(x).__name__


for e in (ZeroDivisionError("z"), IndexError(1), KeyError("k"), UnicodeError("u"), TypeError(), FileNotFoundError(2, "No such file", "f.txt"),
          RecursionError("deep"), StopIteration(5), KeyboardInterrupt(), SystemExit(3), GeneratorExit(), NotImplementedError("n"), OverflowError(), AssertionError("a")):
    print(type(e).__name__, "->", kind(e))
print(ZeroDivisionError.__mro__)
print(issubclass(ModuleNotFoundError, ImportError), issubclass(IOError, OSError), IOError is OSError, issubclass(KeyboardInterrupt, Exception))
