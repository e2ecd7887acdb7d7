def t(f):
    try: r=f(); print('OK', repr(r))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: AttributeError(foo=1))
t(lambda: ImportError(foo=1))
t(lambda: ValueError(foo=1))
t(lambda: OSError(foo=1))
t(lambda: ExceptionGroup())
t(lambda: ExceptionGroup('a'))
t(lambda: ExceptionGroup('a',[]))
t(lambda: ExceptionGroup('a',1))
t(lambda: ExceptionGroup(1,[ValueError()]))
t(lambda: ExceptionGroup('a',[1]))
t(lambda: ExceptionGroup('a',[KeyboardInterrupt()]))
class G(ExceptionGroup): pass
t(lambda: G('a',[KeyboardInterrupt()]))
class G2(BaseExceptionGroup, ValueError): pass
t(lambda: G2('a',[KeyboardInterrupt()]))
t(lambda: BaseExceptionGroup('a',[ValueError()]))
t(lambda: ExceptionGroup('a',[ValueError()], foo=1))
t(lambda: ValueError().add_note(1))
t(lambda: ValueError().with_traceback(1))
def f():
    e=ValueError(); e.__traceback__=1
t(f)
def f():
    e=ValueError(); del e.__traceback__
t(f)
def f():
    e=ValueError(); e.__cause__=1
t(f)
def f():
    e=ValueError(); del e.__cause__
t(f)
def f():
    e=ValueError(); e.__context__=1
t(f)
def f():
    e=ValueError(); e.__suppress_context__=1
t(f)
def f():
    e=ValueError(); del e.__suppress_context__
t(f)
def f():
    e=ValueError(); del e.args
t(f)
def f():
    e=ValueError(); e.args=1
t(f)
def f():
    e=ValueError(); e.args=[1,2]; return e.args
t(f)
t(lambda: UnicodeDecodeError('utf-8', b'abc', 0, 1, 'bad'))
t(lambda: str(UnicodeDecodeError('utf-8', b'abc', 0, 1, 'bad')))
t(lambda: str(UnicodeDecodeError('utf-8', b'abc', 0, 2, 'bad')))
t(lambda: UnicodeDecodeError('utf-8'))
t(lambda: UnicodeDecodeError('utf-8', 1,2,3,4))
t(lambda: UnicodeEncodeError('utf-8', 1,2,3,4))
t(lambda: str(UnicodeEncodeError('ascii', 'é€', 0,1,'bad')))
t(lambda: str(UnicodeEncodeError('ascii', 'é€', 1,2,'bad')))
t(lambda: str(UnicodeTranslateError('é€', 0,1,'bad')))
t(lambda: 'é'.encode('ascii'))
t(lambda: b'\xff'.decode())
t(lambda: str(SyntaxError('m', ('a/f.py', 1,2,'x'))))
t(lambda: SyntaxError('m', ('f.py', 1,2)))
t(lambda: SyntaxError('m', 1))
t(lambda: SyntaxError('m', ('f.py', 1,2,'x',3)))
t(lambda: OSError(2,'a','b').args)
t(lambda: OSError(2,'a','b',None,'c').args)
t(lambda: str(OSError(2,'a','b',None,'c')))
t(lambda: OSError(2,'a','b'))
t(lambda: OSError(2,'a').filename)
t(lambda: ImportError('a',name='b').name)
t(lambda: SystemExit().code)
t(lambda: SystemExit(1,2).code)
t(lambda: StopIteration(1,2).value)
t(lambda: str(KeyError('a')))
t(lambda: str(KeyError('a','b')))
t(lambda: BaseException.__new__())
t(lambda: BaseException.__new__(int))
t(lambda: ValueError.with_traceback(1,None))
eg=ExceptionGroup('a',[ValueError(1),TypeError(2), ExceptionGroup('n', [ValueError(3), KeyError(4)])])
t(lambda: eg.split(1))
t(lambda: eg.split())
t(lambda: eg.split(ValueError))
t(lambda: eg.split((ValueError,KeyError)))
t(lambda: eg.subgroup(lambda e: isinstance(e, KeyError)))
t(lambda: eg.subgroup(OSError))
t(lambda: eg.derive(1))
t(lambda: eg.derive([KeyError()]))
def f(): eg.message=1
t(f)
t(lambda: str(eg))
t(lambda: ExceptionGroup[int])
class E(Exception):
    def __init__(self, a, *, b=2):
        super().__init__(a); self.b=b
t(lambda: (E(1,b=5).b, E(1).args, str(E(3)), repr(E(4))))
class S(Exception):
    __slots__=('x','y')
def f():
    s=S(1); s.x=5; return s.x, s.__dict__, s
t(f)
class K(KeyError, AttributeError): pass
t(lambda: K('x'))
e=ValueError(1)
e.foo=3
print(e.__dict__, e.foo)
try:
    try: 1/0
    except ZeroDivisionError as z:
        raise KeyError('k') from z
except KeyError as k:
    print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
try:
    try: 1/0
    finally: {}['x']
except KeyError as k:
    print(repr(k.__context__))
try: raise ValueError from 3
except TypeError as t1: print(t1, repr(t1.__context__))
try: raise 3
except TypeError as t1: print(t1)
try: raise
except RuntimeError as t1: print(t1)
try:
    try: 1/0
    except 3: pass
except TypeError as t1: print(t1, repr(t1.__context__))
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
except* ValueError as v: print('v', repr(v))
except* (TypeError, OSError) as v: print('t', repr(v))
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as v: raise KeyError('in')
except BaseException as g: print(repr(g), [repr(x.__context__) for x in g.exceptions])
try: raise KeyError(1)
except* KeyError as k: print(repr(k))
try:
    try: pass
    finally: raise StopIteration(4)
except StopIteration as s: print(s.value)
n = ValueError('n'); n.add_note('note1'); n.add_note('note2'); print(n.__notes__)
def g():
    try: yield 1
    except ValueError as e: print('in g', e); yield 2
    finally: print('fin')
x=g(); next(x); print(x.throw(ValueError('t')))
try: x.throw(KeyError('q'))
except KeyError as e: print(repr(e), x.gi_frame)
x=g(); next(x); print(x.close(), x.close())
x=g(); print(x.gi_frame is not None, x.gi_running, x.gi_suspended, x.gi_code.co_name, x.gi_yieldfrom); x.close()
def h():
    r = yield from g(); print('r', r)
x=h(); next(x); print(x.gi_yieldfrom.__name__); print(x.throw(ValueError('dele')));
try: next(x)
except StopIteration as e: print('stop', e.value)
def g3():
    x = yield 1
    print('got', x)
    return 10
x=g3(); next(x)
try: x.send(5)
except StopIteration as s: print(s.value)
try: x.send(5)
except StopIteration as s: print(s.value)
x=g3()
try: x.send(5)
except TypeError as e: print(e)
def g4():
    raise StopIteration(3)
    yield
try: next(g4())
except RuntimeError as e: print(e, repr(e.__cause__))
def g5():
    next(me)
    yield
me=g5()
try: next(me)
except ValueError as e: print(e)
import sys
def depth(): 
    f=sys._getframe(); n=0
    while f: n+=1; f=f.f_back
    return n
print(depth(), sys._getframe().f_lineno, sys._getframe().f_code.co_name)
def loc(a,b=2):
    c=3
    return sys._getframe().f_locals
print(loc(1))
def keep():
    big=[1,2,3]
    raise ValueError('k')
try: keep()
except ValueError as e: tb=e.__traceback__
print(tb.tb_next.tb_frame.f_locals, tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_frame.f_back is tb.tb_frame, tb.tb_frame.f_back)
tb.tb_next.tb_frame.clear(); print(tb.tb_next.tb_frame.f_locals)
try: sys._getframe().clear()
except RuntimeError as e: print(e)
