class Log:
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("x"):
            return name
        raise AttributeError(f"nothing called {name}")
    def __setattr__(self, name, value):
        print("setattr", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)


l = Log()
l.a = 1
l.a += 5
print(l.a, l.xyz, hasattr(l, "q"), getattr(l, "w", "default"))
del l.a
for attempt in (lambda: l.a, lambda: delattr(l, "a")):
    try:
        attempt()
    except AttributeError as e:
        print(e)
