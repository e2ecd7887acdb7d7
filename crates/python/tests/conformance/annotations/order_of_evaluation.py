# When annotations, values and targets are evaluated.
log = []


def note(value):
    log.append(value)
    return value


def f(b: note("b") = note("default"), *, c: note("c"), a: note("a") = 1) -> note("return"):
    pass


print(log)
log.clear()


class D:
    obj = type("O", (), {})()
    obj.attr: note("annotation") = note("value")
    items = [0]
    items[note(0)]: note("of item") = note("item")
    items[note(0)]: note("without value")
    (name): note("parenthesized")


print(log, D.__dict__.get("__annotations__"))
