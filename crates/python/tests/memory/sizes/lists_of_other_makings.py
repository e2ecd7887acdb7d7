import sys

size = sys.getsizeof
print([size(list(range(n))) for n in range(12)])
print([size([x for x in range(n)]) for n in range(12)])
print([size([*range(n)]) for n in range(12)])
print([size([None] * n) for n in range(12)])
print([size(list('abcdefghijkl'[:n])) for n in range(12)])
print(size([1]), size([1, 2]), size([1, 2, 3]), size([1, 2, 3, 4]), size([1, 2, 3, 4, 5]))
print(size('a b c d e'.split()), size(sorted('abcde')), size(list(zip('abc'))), size(list({1: 2, 3: 4})))
print(size(list({1, 2, 3})), size(list({}.items())), size(list(map(str, 'abcde'))), size(dir(int)[:7]))
