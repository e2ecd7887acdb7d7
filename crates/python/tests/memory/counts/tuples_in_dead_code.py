# Up to 3.13 the syntax tree holds constant tuples of code that is never made, and those hold what equals other constants.
import sys

pair = (1, 'a b')
print(sys.getrefcount(pair))
print('kept' if True else repr((None, (1, 'a b'))))
if 0:
    pair = (None, (1, 'a b'))
    pair = ((1, 'a b'), 2.5)


def nested():
    return 2.5
    return (3, (1, 'a b'))


print(sys.getrefcount(pair))
