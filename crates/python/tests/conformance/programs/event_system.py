class Event:
    def __init__(self): self.handlers = []
    def __iadd__(self, h):
        self.handlers.append(h)
        return self
    def __isub__(self, h):
        self.handlers.remove(h)
        return self
    def __call__(self, *args, **kw):
        for h in list(self.handlers): h(*args, **kw)
    def __len__(self): return len(self.handlers)


class Button:
    def __init__(self): self.clicked = Event()


log = []
def once(*args):
    log.append(("once", args))
    b.clicked -= once
b = Button()
b.clicked += once
b.clicked += lambda *a, **k: log.append(("lambda", a, k))
b.clicked(1)
b.clicked(2, key="v")
print(log, len(b.clicked))
try:
    b.clicked -= once
except ValueError as e:
    print(e)
print(bool(Event()), bool(b.clicked))
