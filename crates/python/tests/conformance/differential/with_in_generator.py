# An exception in a generator's with block reaches __exit__.
class Manager:
    def __enter__(self):
        return 1

    def __exit__(self, kind, value, trace):
        print("exit", kind and kind.__name__, value)


def generator():
    with Manager():
        yield 1
        yield 2


running = generator()
print(next(running))
try:
    running.throw(ValueError("thrown"))
except ValueError as error:
    print("out", error)
running = generator()
print(next(running))
running.close()
running = generator()
print(next(running))
