# Empty strs, bytes and tuples are there once; empty frozensets are not.
text, data, items = 'abc', b'abc', (1, 2)
print(text[:0] is '', text * 0 is '', ''.join([]) is '', str() is '', text.strip('abc') is '', text[3:] is '', f'' is '')
print(data[:0] is b'', b''.join([]) is b'', bytes() is b'', bytes(0) is b'', data.strip(b'abc') is b'')
print(items[:0] is (), items * 0 is (), tuple() is (), tuple([]) is (), tuple({}) is (), () + () is ())
print(frozenset() is frozenset(), frozenset([]) is frozenset(''), frozenset((1,)) is frozenset((1,)))
print(text.partition('x')[1] is '', '%s' % '' is '', text.replace('abc', '') is '', text.upper()[:0] is '')
print((lambda *args: args)() is (), (lambda: ())() is ())
