import sys
g=sys.getsizeof
class A: pass
class S: __slots__=()
class S1: __slots__=('a',)
class S2: __slots__=('a','b')
class SD: __slots__=('a','__dict__')
class SW: __slots__=('a','__weakref__')
class SDW: __slots__=('a','__dict__','__weakref__')
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class St(str): pass
class E(Exception): pass
class Es(Exception): __slots__=('q',)
class M(type): pass
class ME(metaclass=M): pass
class F(float): pass
class B(bytes): pass
for c in (A,S,S1,S2,SD,SW,SDW,L,D,I,T,St,Es,M,ME,E,F,B): print(c.__name__, g(c), c is ME or c is M or g(c()))
class LS(list): __slots__=('x',)
class LS0(list): __slots__=()
print(g(LS), g(LS()), g(LS0()))
for e in (BaseException,Exception,StopIteration,SystemExit,OSError,AttributeError,NameError,ImportError,SyntaxError,KeyError,UnicodeDecodeError): print(e.__name__, g(e('a','b','c') if e is not UnicodeDecodeError else e('a',b'',1,2,'e')))
print(g(ExceptionGroup('a',[ValueError()])))
print(g(slice(1)), g(bytearray(b'')), g(bytearray(b'abc')), g(int), g(0), g(1), g(2**30), g(2**60), g(True), g(False), g(None), g(object()), g(...), g(NotImplemented))
def gen(): yield 1
def gen2():
  a=1;b=2;c=3;d=4;e=5
  yield a
print(g(gen()), g(gen2()), g(x for x in []))
async def co(): pass
async def ag(): yield
c=co(); print(g(c), g(ag())); c.close()
print(g(list[int]), g(int|None), g(A.__dict__), g(super(A,A())), g(property()), g(classmethod(1)), g(iter(lambda:1,2)), g(iter([])))
