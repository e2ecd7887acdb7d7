def g():
    while True:
        try:
            x = yield "waiting"
            print("received", x)
        except ValueError as e:
            print("caught", e)
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally")


it = g()
next(it)
print(it.throw(ValueError("one")))
print(it.throw(ValueError))
it.send(5)
it.close()
it.close()
try:
    it.throw(KeyError("after"))
except KeyError as e:
    print(repr(e))


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def returns():
    try:
        yield 1
    except GeneratorExit:
        return "from close"


r = returns()
next(r)
print(r.close())
for bad in (5, "x", int):
    try:
        (i for i in ()).throw(bad)
    except TypeError as e:
        print(e)
del s
