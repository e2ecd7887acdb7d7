class C:
    x = 1
    def __getattribute__(self, name):
        print("getattribute", name)
        if name == "secret":
            raise AttributeError("hidden")
        return super().__getattribute__(name)
    def __getattr__(self, name):
        print("getattr", name)
        return "fallback"
    def method(self): return self.x


c = C()
print(c.x, c.secret, c.nothing, c.method())
print(len([c]), C.x)


class D:
    def __getattribute__(self, name): return f"<{name}>"
    def __len__(self): return 5


d = D()
print(d.anything, d.__class__, d.__dict__, len(d), type(d).__name__, d.__len__)
print(object.__getattribute__(d, "__class__").__name__)


class E:
    def __getattribute__(self, name): raise ValueError("not attribute error")
try:
    hasattr(E(), "x")
except ValueError as e:
    print(e)
