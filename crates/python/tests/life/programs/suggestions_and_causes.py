class Foo:
    bar = 1
    def method(self):
        return self.baz
    def other(self):
        return blah + count
    def blah(self): pass
def a():
    try:
        Foo().method()
    except AttributeError as e:
        raise RuntimeError("wrapped") from e
try:
    a()
except RuntimeError:
    Foo().other()
