# The same of bytes of one byte.
from sys import getrefcount


def shared(*values):
    print([getrefcount(value) > 1 << 30 for value in values])


word = b'Eggs'
shared(word[:1], word[1:2], 'e'.encode(), *word.split(b'gg'), b''.join([word[:1]]))
shared(word[:1].lower(), word.replace(b'ggs', b''), b''.ljust(1), b''.zfill(1), b''.join([word[:1], b'']))
shared(b'%c' % 69, b'' + word[:1], word[:1] * 1, b' e '.strip(), b'e'.translate(None), bytes.fromhex('45'))
shared(b''.lower(), word[:0], b'' * 3, bytes(0), b''.join([]))
