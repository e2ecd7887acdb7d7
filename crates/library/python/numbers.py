"""The tower of numeric types."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    __slots__ = ()
    __hash__ = None


def _abstract(namespace, names, binary=True):
    """Abstract methods that all look alike."""
    for name in names.split():
        if binary:
            def method(self, other):
                raise NotImplementedError
        else:
            def method(self):
                raise NotImplementedError
        method.__name__ = f"__{name}__"
        method.__qualname__ = f"{namespace['__qualname__']}.__{name}__"
        namespace[method.__name__] = abstractmethod(method)


def _abstract_properties(namespace, names):
    for name in names.split():
        def getter(self):
            raise NotImplementedError
        getter.__name__ = name
        getter.__qualname__ = f"{namespace['__qualname__']}.{name}"
        namespace[name] = property(abstractmethod(getter))


class Complex(Number):
    __slots__ = ()
    _abstract(locals(), "complex neg pos abs", False)
    _abstract(locals(), "add radd mul rmul truediv rtruediv pow rpow eq")
    _abstract_properties(locals(), "real imag")

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    @abstractmethod
    def conjugate(self):
        raise NotImplementedError


Complex.register(complex)


class Real(Complex):
    __slots__ = ()
    _abstract(locals(), "float trunc floor ceil", False)
    _abstract(locals(), "floordiv rfloordiv mod rmod lt le")

    @abstractmethod
    def __round__(self, ndigits=None):
        raise NotImplementedError

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


Real.register(float)


class Rational(Real):
    __slots__ = ()

    _abstract_properties(locals(), "numerator denominator")

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    __slots__ = ()
    _abstract(locals(), "int invert", False)
    _abstract(locals(), "lshift rlshift rshift rrshift and rand xor rxor or ror")

    def __index__(self):
        return int(self)

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Integral.register(int)
