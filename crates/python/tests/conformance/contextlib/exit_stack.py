from contextlib import ExitStack, contextmanager


@contextmanager
def numbered(n):
    print("open", n)
    yield n
    print("close", n)


with ExitStack() as stack:
    values = [stack.enter_context(numbered(i)) for i in range(3)]
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *exc: print("pushed", exc[0]))

    @stack.callback
    def last():
        print("first of all")

    print(values)
try:
    ExitStack().enter_context(5)
except TypeError as error:
    print(error)
