from enum import Enum


class Lang(Enum):
    PY = "python"

    @classmethod
    def _missing_(cls, value):
        if value == "bad":
            return 5
        if value == "worse":
            raise KeyError(value)
        return next((m for m in cls if m.value == str(value).lower()), None)


print(Lang("PYTHON"))
for value in ("ruby", "bad", "worse"):
    try:
        Lang(value)
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))
