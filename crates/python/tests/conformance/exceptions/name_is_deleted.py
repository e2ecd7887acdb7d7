try:
    raise ValueError("v")
except ValueError as e:
    kept = e
try:
    e
except NameError as err:
    print(err)
print(kept, kept.__traceback__ is not None, kept.__traceback__.tb_lineno)
e = "outer"
try:
    raise KeyError
except KeyError as e:
    e = "rebound"
try:
    print(e)
except NameError as x:
    print("gone:", x)
e = 5
try:
    raise KeyError
except KeyError as e:
    del e
try:
    e
except NameError as x:
    print(x)


def f():
    try:
        1 / 0
    except ZeroDivisionError as exc:
        return lambda: exc


try:
    f()()
except NameError as x:
    print(x)
