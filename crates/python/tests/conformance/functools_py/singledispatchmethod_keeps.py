# The methods that singledispatchmethod makes, and whether they keep the objects they are bound to.
import gc
import weakref
from functools import singledispatchmethod


class Printer:
    @singledispatchmethod
    def show(self, value):
        return f"object {value}"

    @show.register
    def _(self, value: int):
        return f"int {value}"


printer = Printer()
print(printer.show(1), printer.show("a"), printer.show is printer.show)
other = Printer()
other.show(2)
reference = weakref.ref(other)
del other
gc.collect()
print(reference() is None)
print(Printer.show(printer, 2), printer.show is printer.show)
try:
    Printer().show()
except (TypeError, IndexError) as error:
    print(repr(error))
# conformance: not yet as 3.14, 3.15
