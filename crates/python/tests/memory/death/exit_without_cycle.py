# Objects whose class does not hold this module's names: they go in the order of the names, private ones first.
import types


class D:
    __slots__ = 'name', 'print'
    __del__ = types.FunctionType((lambda self: self.print('del', self.name)).__code__, {})


b, _private, a, __dunder__ = D(), D(), D(), D()
b.name, _private.name, a.name, __dunder__.name = 'b', 'private', 'a', 'dunder'
b.print = _private.print = a.print = __dunder__.print = print
print('end')
