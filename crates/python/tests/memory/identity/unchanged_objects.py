# Operations that change nothing give the object itself, if it is exactly of its type.
text, number, items = 'some text', 12345, (1, 2)
data, value = b'bytes', 2.5
print(text + '' is text, '' + text is text, text.strip() is text, text.replace('q', '') is text, text * 1 is text)
print(text.lower() is text, text.ljust(3) is text, text.zfill(2) is text, text.expandtabs() is text, text[0:] is text)
print(text.removeprefix('x') is text, ''.join([text]) is text, '%s' % text is text, format(text, 's') is text)
print(number + 0 is number, number * 1 is number, abs(number) is number, int(number) is number, +number is number)
print(round(number) is number, number | 0 is number, number.__int__() is number, number // 1 is number)
print(items + () is items, () + items is items, items * 1 is items, items[:] is items, tuple(items) is items)
print(data + b'' is data, data.strip() is data, data.replace(b'q', b'') is data, data * 1 is data, bytes(data) is data)
print(float(value) is value, +value is value, value.__float__() is value, abs(value) is value, value * 1 is value)
frozen = frozenset([1])
print(frozen.copy() is frozen, frozenset(frozen) is frozen, frozen | set() is frozen)
