def f(how):
    try:
        if how == "return": return "try"
        if how == "raise": raise ValueError("x")
        return "end of try"
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("finally", how)


print(f("return"), f("raise"), f(""))


def overrides():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
    return "after"


print(overrides())


def swallows():
    while True:
        try:
            raise ValueError("lost")
        finally:
            break
    return "swallowed"


print(swallows())


def last_word():
    try:
        return print("evaluated") or "first"
    finally:
        return "last"


print(last_word())


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
            raise ValueError("from finally")
    except ValueError as e:
        return repr(e.__context__)


print(nested())
x = 1
try:
    pass
except:
    x = 2
else:
    x = 3
finally:
    x += 10
print(x)
