class Temperature:
    def __init__(self, c): self.celsius = c

    @property
    def celsius(self):
        """In degrees."""
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._c = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        del self._c

    fahrenheit = property(lambda self: self.celsius * 9 / 5 + 32)
    write_only = property(None, lambda self, v: print("wrote", v))


t = Temperature(100)
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__, Temperature.celsius.fset is not None)
t.celsius = 0
print(t.fahrenheit)
t.write_only = 3
for attempt in (lambda: setattr(t, "celsius", -300), lambda: setattr(t, "fahrenheit", 1), lambda: t.write_only, lambda: delattr(t, "fahrenheit")):
    try:
        attempt()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
del t.celsius
try:
    t.celsius
except AttributeError as e:
    print(e)
print(type(Temperature.celsius), Temperature.celsius.fget.__name__)
