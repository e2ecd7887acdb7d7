g = ExceptionGroup("msg", [ValueError(1), TypeError(2)])
print(g, repr(g), g.message, g.exceptions, g.args)
print(type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)
for args in ((), ("m",), ("m", []), ("m", [1]), (1, [ValueError()]), ("m", ValueError()), ("m", [KeyboardInterrupt()]), ("m", [ValueError], 3), ("m", (ValueError,))):
    try:
        ExceptionGroup(*args)
        print("ok")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(str(ExceptionGroup("one", [ValueError()])), str(ExceptionGroup("", [ValueError(), ValueError()])))
print(isinstance(g, Exception), isinstance(g, BaseExceptionGroup), issubclass(ExceptionGroup, BaseExceptionGroup))
try:
    g.exceptions = ()
except AttributeError as e:
    print(e)
g.message = "new" if False else g.message
print(g.message)
