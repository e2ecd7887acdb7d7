class Color:
    RED = 1
    GREEN = 2
    class Deep:
        BLUE = 3


def f(c):
    match c:
        case Color.RED: return "red"
        case Color.GREEN: return "green"
        case Color.Deep.BLUE: return "blue"
        case x if print("guard", x): return "never"
        case (Color.RED | Color.GREEN as which, _): return f"pair with {which}"
        case [Color.RED, other] | [other, Color.RED]: return f"other {other}"
        case _: return "?"


for v in (1, 2, 3, 4, (2, 9), [9, 1]):
    print(f(v))


class Eq:
    def __eq__(self, o):
        print("compared with", o)
        return o == 5


match Eq():
    case 1: print("one")
    case 5: print("five")
match 7:
    case x if x > 5 and (y := x * 2): print(x, y)
match 7:
    case z: pass
print(z)
x = "kept"
match 5:
    case str(x): pass
print(x)
match = 5
case = [match]
print(match, case)
