# What is immortal, and what never is.
import sys


def immortal(value):
    return sys.getrefcount(value) > 1 << 30


print(sys.getrefcount(None), all(map(immortal, (None, True, False, ..., NotImplemented, '', b'', ()))))
print([number for number in (-6, -5, 0, 256, 257, 1024, 1025) if immortal(number)])
print(immortal('a'), immortal('\xff'), immortal('\u0100'), immortal(b'\x00'), immortal(b'\xff'), immortal(b'ab'))
print(all(map(immortal, (int, type, object, ValueError, OSError, StopIteration, type(None), type(len), type(sys)))))
print(immortal('identifier_like'), immortal('not ident!'), immortal(1.5), immortal((1, 2)), immortal(12345), immortal(len))
print(immortal(frozenset()), immortal(print), immortal(sys), immortal(float('nan')))
