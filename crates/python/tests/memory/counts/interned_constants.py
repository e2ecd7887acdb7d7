# A constant that looks like a name is interned: for good up to 3.12, as long as it lives from 3.13 on.
from sys import getrefcount as count


def shown(label, text):
    number = count(text)
    print(label, 'immortal' if number > 1 << 30 else number)


def documented():
    'zebra'
    return 'zebroid'


plain = 'zebrafish'
also = ['zebrafish', 'zebrawood']
zebu = 1
shown('a constant', plain)
shown('only here', 'zebrula')
shown('a variable has this name', 'zebu')
shown('no name', 'two zebras')
shown('a docstring', documented.__doc__)
shown('what returns', documented())
shown('a keyword', list(dict(zorse=1))[0])
shown('one character', 'z')
del also
shown('a constant', plain)
