from typing import NamedTuple


class Employee(NamedTuple):
    """Works here."""

    name: str
    id: int = 3

    def badge(self):
        return f"{self.name}#{self.id}"


e = Employee("ann")
print(e, e.badge(), e == ("ann", 3), Employee._fields, Employee._field_defaults, Employee.__annotations__)
print(e._replace(id=9), Employee.__doc__, isinstance(e, tuple), e._asdict(), Employee.__mro__)
Two = NamedTuple("Two", [("a", int), ("b", str)])
print(Two(1, "x"), Two.__annotations__)
try:
    Employee()
except TypeError as error:
    print(error)
try:
    class Bad(NamedTuple):
        a: int = 1
        b: int
except TypeError as error:
    print(error)
