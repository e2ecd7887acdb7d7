import sys

seen = []


def tracer(frame, event, arg):
    seen.append((event, frame.f_code.co_name))


def gen():
    yield 1
    yield 2


class A:
    def __init__(self):
        self.x = list(gen())


sys.settrace(tracer)
A()
sys.settrace(None)
A()
print(seen)
