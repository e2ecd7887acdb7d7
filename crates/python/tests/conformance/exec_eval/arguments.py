# What exec, eval and compile refuse.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: compile("x", "f", "bad"))
show(lambda: compile(1, "f", "exec"))
show(lambda: compile("x", "f", "exec", 12345678))
show(lambda: compile("x", "f", "exec", 0, False, 5))
show(lambda: compile("x", 1, "exec"))
show(lambda: compile("x"))
show(lambda: eval("1", []))
show(lambda: eval("1", 3))
show(lambda: eval("1", {}, 3))
show(lambda: exec("1", []))
show(lambda: exec("1", {}, 3))
show(lambda: exec(1))
show(lambda: eval(1))
show(lambda: exec("1", closure=()))
show(lambda: eval("1\0"))
show(lambda: exec(b"\xff"))
# conformance: not yet as 3.14, 3.15
