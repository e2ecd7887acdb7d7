import sys

size = sys.getsizeof
things = [iter([]), iter(''), iter('\xe9'), iter(()), iter(range(1)), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(b''),
          iter(bytearray()), reversed([]), reversed(''), reversed({}), enumerate(''), zip('', ''), map(str, ''), filter(None, ''),
          iter(int, 1), {}.keys(), {}.values(), {}.items(), range(3), range(2 ** 70)]
print([(type(t).__name__, size(t)) for t in things])
