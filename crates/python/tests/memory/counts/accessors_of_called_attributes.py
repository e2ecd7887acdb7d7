# What a `__getattribute__` or a property in Python sees of its object where the attribute is called at once: in 3.12 the
# instruction runs it from the second time on, and the object becomes its argument.
import sys
seen = []

class Own:
    def __getattribute__(self, name):
        seen.append(sys.getrefcount(self))
        return object.__getattribute__(self, name)
    def method(self): seen.append(sys.getrefcount(self))

own = Own()
for _ in range(3): own.method()
for _ in range(3): Own().method()

class Computed:
    @property
    def method(self):
        seen.append(sys.getrefcount(self))
        return list

computed = Computed()
for _ in range(3): computed.method()
def call(computed):
    for _ in range(3): computed.method()
call(computed)
call(Computed())
print(seen)
