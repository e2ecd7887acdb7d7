class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


with M("a") as a, M("b") as b:
    print(a, b)
with M("s", True):
    raise ValueError("swallowed")
try:
    with M("outer"), M("inner"):
        raise KeyError("through")
except KeyError as e:
    print("caught", e)
with (M("p") as p, M("q")):
    print(p)
with M("t") as (x, *y):
    print(x, y)


def f():
    with M("r"):
        return "returned"


print(f())
for i in range(3):
    with M(f"loop{i}"):
        if i == 0: continue
        break
