# What closing a generator leaves behind: frames, results, exceptions.
def careful():
    try:
        yield 1
    finally:
        x = 1


def returns():
    try:
        yield 1
    except GeneratorExit:
        return 5


def fails():
    sent = yield 1
    raise AttributeError


def calls():
    generator = careful()
    next(generator)
    generator.close()
    x = 1


def swallows():
    generator = fails()
    next(generator)

    class A:
        x = property(generator.send)
    a = A()
    hasattr(a, 'x')
    x = 1


calls()
generator = returns()
next(generator)
print(generator.close())
swallows()
generator = careful()
next(generator)
del generator
generator = careful()
del generator
try:
    list(fails())
except AttributeError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_back and frame.f_back.f_code.co_name)
    del frame
