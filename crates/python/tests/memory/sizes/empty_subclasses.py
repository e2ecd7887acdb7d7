import sys


def sub(base):
    return type('Sub', (base,), {})


print([sys.getsizeof(base()) for base in (list, dict, int, tuple, str, float, bytes, bytearray, set, frozenset, complex, object)])
print([sys.getsizeof(sub(base)()) for base in (list, dict, int, tuple, str, float, bytes, bytearray, set, frozenset, complex, object)])
print(sys.getsizeof(sub(int)(2 ** 40)), sys.getsizeof(sub(tuple)((1, 2))), sys.getsizeof(sub(str)('abc')), sys.getsizeof(sub(str)('\xe9')))
