import sys


class Own(Exception):
    pass


class Slotted(Exception):
    __slots__ = 'code',


size = sys.getsizeof
print([(type(e).__name__, size(e)) for e in (Exception(), Own(), Slotted(), StopIteration(), OSError(), AttributeError(), KeyError())])
print([(type(e).__name__, size(e)) for e in (NameError(), ImportError(), SyntaxError(), UnicodeError(), SystemExit(), Warning())])
print([(type(e).__name__, size(e)) for e in (ExceptionGroup('g', [Own()]), UnicodeDecodeError('a', b'', 0, 1, ''), Exception(1, 2))])
try:
    1 / 0
except ZeroDivisionError as e:
    print(size(e), size(e.__traceback__), size(e.args))
    e.add_note('note')
    print(size(e), size(vars(e)))
