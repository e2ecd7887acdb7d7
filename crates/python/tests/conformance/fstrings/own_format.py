class Money:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        print(f"[spec {spec!r}]", end=" ")
        return f"${self.v:{spec or '.2f'}}"
    def __repr__(self): return "Money()"
    def __str__(self): return "money"


m = Money(5)
print(f"{m} {m:.0f} {m!r} {m!s:>8} {m:{3}d}")
print("{:>5.1f} {!r}".format(m, m), format(m), format(m, "x"))


class Sub(str): pass
class WithStr(Sub):
    def __str__(self): return "from __str__"
print(f"{Sub('s')} {WithStr('s')} {WithStr('s'):>14} {WithStr('s')!s}")
class MyInt(int):
    def __str__(self): return "str of MyInt"
    def __repr__(self): return "repr of MyInt"
print(f"{MyInt(5)} {MyInt(5):d} {MyInt(5)!r} {MyInt(5):3}", "%s %d %r" % (MyInt(1), MyInt(2), MyInt(3)))
def say(x):
    print("eval", x, end="; ")
    return x
print(f"{say(1):{say(5)}}{say(2)!r}")
