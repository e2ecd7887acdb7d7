import sys

print([sys.getsizeof(list(iter(range(n)))) for n in range(10)])
print([sys.getsizeof(list(i for i in range(n))) for n in range(10)])
print([sys.getsizeof(list(map(str, range(n)))) for n in range(10)])
print(sys.getsizeof(list({1, 2, 3})), sys.getsizeof(list({1: 2, 3: 4})), sys.getsizeof('a b c'.split()))
print(sys.getsizeof(list((1, 2, 3))), sys.getsizeof(list(zip('abc', 'def'))), sys.getsizeof(list(enumerate('abcde'))))
