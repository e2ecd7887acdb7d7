import traceback


class Thing:
    def __del__(self):
        print("thing gone")


def f():
    thing = Thing()
    raise ValueError


try:
    f()
except ValueError as e:
    kept = e
print("kept")
traceback.clear_frames(kept.__traceback__)
print("cleared")
