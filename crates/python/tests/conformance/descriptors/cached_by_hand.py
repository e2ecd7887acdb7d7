class cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class C:
    @cached
    def slow(self): return 42


c = C()
print(c.slow, c.slow, c.__dict__)
del c.slow
print(c.slow)
