import sys

size = sys.getsizeof
print([size('a' * n) for n in (0, 1, 2, 10)], [size('\xe9' * n) for n in (1, 2, 10)])
print([size('\u20ac' * n) for n in (1, 2, 10)], [size('\U0001f600' * n) for n in (1, 2, 10)])
s = 'x' * 5 + '\u20ac'
print(size(s), size(s[:5]), size(s[5:]), size(s + '\U0001f600'), size(s.encode()), size(s.encode('utf-16')))
print(size(str(12345)), size(repr('\xe9')), size('%s' % s), size(f'{s}{s}'), size(s.upper()), size(s.replace('\u20ac', '')))
print(size('\xff'), size('\x7f'), size('\x80'), size(''.join(['a', '\xe9', 'b'])), size('abc' * 0))
