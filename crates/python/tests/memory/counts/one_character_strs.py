# Strs of one latin-1 character are there once, but some operations make one of their own.
from sys import getrefcount


def shared(*texts):
    print([getrefcount(text) > 1 << 30 for text in texts])


word, five = 'Eggs', 5
shared(word[0], word[1:2], word[::4], word[:1], chr(233), 'é€'[0], *word.split('gg'))
shared(word[0].lower(), word[0].casefold(), 'e'.upper(), 'é'.title(), 'e'.swapcase())
shared(word.replace('ggs', ''), word.strip('Egs') + word[0], word.removeprefix('Egg'), ' e '.strip())
shared(str(five), repr(five), f'{five}', f'{five:d}', '%d' % five, '{}'.format(five), format(five))
shared(''.join([word[0]]), ''.join([word[0], '']), ''.join(iter('e')), f'{word[0]}{""}', '-'.join(['', '']))
shared(''.ljust(1, 'x'), ''.center(1), '7'.zfill(1), ''.zfill(1), '\t'.expandtabs(1), 'e'.translate({101: 'f'}))
shared(b'a'.decode(), b'\xe9'.decode('latin-1'), str(b'a', 'ascii'), next(iter('ab')), max('ab'))
digit = str(five)
other = str(five)
print(digit is other, digit is '5', word[0] is 'E')
