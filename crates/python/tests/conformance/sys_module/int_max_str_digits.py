import sys

def show(action):
    try:
        print(action())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

show(lambda: sys.get_int_max_str_digits())
show(lambda: int("1" * 4301))
show(lambda: str(10**4300))
show(lambda: len(str(10**4299)))
show(lambda: sys.set_int_max_str_digits(10))
show(lambda: sys.set_int_max_str_digits(700))
for action in (str, repr, "{}".format, lambda n: f"{n:d}", lambda n: "%d" % n):
    show(lambda: action(10**700))
show(lambda: int("1" * 701))
show(lambda: int("1" * 800, 7))
show(lambda: len(hex(10**5000)))
show(lambda: int("f" * 5000, 16) > 0)
show(lambda: sys.set_int_max_str_digits(0))
show(lambda: len(str(10**5000)))
show(lambda: sys.set_int_max_str_digits(-1))
show(lambda: sys.set_int_max_str_digits("a"))
