class AppError(Exception):
    """Base."""


class NotFound(AppError):
    def __init__(self, what, *, code=404):
        super().__init__(f"{what} not found")
        self.what, self.code = what, code


class NoSuperCall(Exception):
    def __init__(self, a, b): self.a = a


class OwnStr(Exception):
    def __str__(self): return "own str"


try:
    raise NotFound("page", code=410)
except AppError as e:
    print(type(e).__name__, e, e.args, e.what, e.code, repr(e))
print(NoSuperCall(1, 2).args, str(NoSuperCall(1, 2)), repr(OwnStr(1)), OwnStr(1))
for raised in (NotFound, 5, "text", None, int, NotFound("x"), [], Exception):
    try:
        raise raised
    except (TypeError, AppError, Exception) as e:
        print(type(e).__name__, e)


class Silent(BaseException): pass
try:
    try:
        raise Silent
    except Exception:
        print("never")
except Silent as e:
    print("silent", e.args)
