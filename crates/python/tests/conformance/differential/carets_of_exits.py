# conformance: whole stderr
class Door:
    def __init__(self, jammed):
        self.jammed = jammed

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.jammed:
            raise RuntimeError("jammed")


def enter(first, second):
    with Door(first), Door(second):
        pass


try:
    enter(True, False)
finally:
    enter(False, True)
