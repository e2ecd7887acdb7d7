# Arguments that do not fit, and what __init__ may not return.
class A:
    def __init__(self, x, y=2):
        pass


class Returns:
    def __init__(self, *, a):
        return a


class Generates:
    def __init__(self, a):
        self.a = a
        yield


class Raises:
    def __init__(self, *, v):
        raise ValueError(v)


calls = (
    lambda: A(),
    lambda: A(y=1),
    lambda: A(1, x=2),
    lambda: A(1, **{"x": 2}),
    lambda: A(*[], **{1: 2}),
    lambda: A(*3),
    lambda: A(1, z=3),
    lambda: Returns(a=3),
    lambda: Returns(**{"a": 4}),
    lambda: Returns(a=None) and print("made"),
    lambda: Generates(1),
    lambda: Generates(a=1),
    lambda: Generates(*[1]),
)
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
try:
    Raises(v=1)
except ValueError as error:
    entry = error.__traceback__
    while entry:
        print(entry.tb_frame.f_code.co_name, entry.tb_lineno)
        entry = entry.tb_next
