# conformance: whole stderr
import traceback


def f(x):
    return 1 / x


try:
    f(0)
except ZeroDivisionError:
    traceback.print_exc()
print("after")
