import gc
import weakref


class A:
    __slots__ = ()

    def m(self):
        pass


def f():
    yield


def kinds(things):
    return [(type(thing).__name__, gc.is_tracked(thing)) for thing in things]


try:
    1 / 0
except ZeroDivisionError as error:
    print(kinds([error, error.__traceback__, error.args]))
print(kinds([A().m, [].append, len, f, f(), gc, A, weakref.ref(A), property(), staticmethod(f), classmethod(f), slice(1)]))
print(kinds([{}.items(), {}.values(), iter([]), iter(''), iter({}), iter({}.items()), enumerate(''), zip(), map(f, '')]))
print(kinds([object(), b'', bytearray(), 1.5, 1j, 2 ** 99, range(1), iter(range(1)), f.__code__, int, (), ..., None]))
