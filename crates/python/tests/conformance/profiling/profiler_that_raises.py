import sys


def profiler(frame, event, arg):
    if frame.f_code.co_name == "f":
        raise RuntimeError("from the profiler")


def f():
    return 1


sys.setprofile(profiler)
try:
    f()
except RuntimeError as e:
    print(e)
print(sys.getprofile())
