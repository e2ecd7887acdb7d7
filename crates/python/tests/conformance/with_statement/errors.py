class NoExit:
    def __enter__(self): pass


class NoEnter:
    def __exit__(self, *a): pass


class EnterFails:
    def __enter__(self): raise ValueError("enter failed")
    def __exit__(self, *a): print("never")


class ExitFails:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit failed")


def attempt(m):
    try:
        with m:
            print("body")
            raise IndexError("body failed")
    except Exception as e:
        print(type(e).__name__, e, "context:", repr(e.__context__))


for m in (5, NoExit(), NoEnter(), EnterFails(), ExitFails(), None, open):
    attempt(m)


class InstanceAttributes:
    def __init__(self):
        self.__enter__ = lambda: 1
        self.__exit__ = lambda *a: None


attempt(InstanceAttributes())


class Truthy:
    def __enter__(self): pass
    def __exit__(self, *a): return [1]


attempt(Truthy())
class BadBool:
    def __bool__(self): raise OSError("bool failed")
class ExitBool(Truthy):
    def __exit__(self, *a): return BadBool()
attempt(ExitBool())
