class Broken(Exception):
    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def risky(n):
    try:
        if n == 0:
            raise Broken("zero")
        if n == 1:
            return 1 / 0
        return [1, 2][n]
    except ZeroDivisionError as error:
        print("caught", error, type(error).__name__)
        return None
    except (IndexError, KeyError):
        raise ValueError("bad index") from None
    else:
        print("fine")
    finally:
        print("finally", n)


for n in range(3):
    try:
        risky(n)
    except Broken as error:
        print(repr(error), error.args, error.reason)
    except ValueError as error:
        print(error)


with open("notes.txt", "w") as file:
    file.write("one\ntwo\n")
with open("notes.txt") as file:
    for line in file:
        print(line.rstrip())
name = input("name? ")
match name.split():
    case [one]:
        print("one", one)
    case _:
        print("more")
print(name.title())
print(undefined_name if False else "ok", (y := 3), y)
for wrong in (lambda: {}["k"], lambda: int("x"), lambda: "a" + 1, lambda: None.x, lambda: [].pop(), lambda: nothing):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
assert y == 3, "message"


def fail():
    raise RuntimeError("uncaught") from KeyError("cause")


fail()
