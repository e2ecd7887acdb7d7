class Timer:
    active = []
    def __init__(self, name): self.name = name
    def __enter__(self):
        self.active.append(self.name)
        return self
    def __exit__(self, *exc):
        self.active.pop()
    def __call__(self, f):
        def wrapper(*args):
            with self:
                return f(*args), list(self.active)
        return wrapper


with Timer("outer") as t, Timer("inner"):
    print(Timer.active, t.name)
print(Timer.active)
@Timer("decorated")
def work(x): return x * 2
print(work(5), Timer.active)
try:
    with Timer("failing"):
        raise KeyError("x")
except KeyError:
    print(Timer.active)
@Timer("a")
@Timer("b")
def nested(): return "n"
print(nested())
