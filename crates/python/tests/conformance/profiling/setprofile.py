import sys

events = []


def profiler(frame, event, arg):
    events.append((event, frame.f_code.co_name, getattr(arg, "__name__", arg)))


def add(a, b):
    return a + b


def work():
    add(1, 2)
    len([])
    try:
        int.from_bytes(1)
    except TypeError:
        pass
    return "end"


sys.setprofile(profiler)
work()
sys.setprofile(None)
for event in events:
    print(*event)
print(sys.getprofile())
