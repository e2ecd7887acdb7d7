from contextlib import contextmanager


@contextmanager
def tag(name):
    """Prints a tag."""
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("p") as value, tag("b"):
    print(value)
try:
    with tag("i"):
        raise KeyError("inside")
except KeyError as error:
    print("out", error)
print(tag.__name__, tag.__doc__, type(tag("x")).__name__)
