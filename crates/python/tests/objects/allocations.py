import gc
gc.collect(); gc.disable()
g=gc.get_count
n=[0]*40
def q(): pass
n[0]=g()[0]
n[1]=g()[0]
p=property(q)
n[2]=g()[0]
p=classmethod(q)
n[3]=g()[0]
p=staticmethod(q)
n[4]=g()[0]
class C:
    __slots__=('a','b')
n[5]=g()[0]
class C:
    __slots__=('a','b')
n[6]=g()[0]
class C:
    __slots__='a'
n[7]=g()[0]
class C:
    __slots__=()
n[8]=g()[0]
type('Z',(),{})
n[9]=g()[0]
type('Z',(),{})
n[10]=g()[0]
class A: pass
n[11]=g()[0]
class A: pass
n[12]=g()[0]
class A:
    def f(self): pass
n[13]=g()[0]
class A:
    @property
    def f(self): pass
n[14]=g()[0]
class A:
    @classmethod
    def f(self): pass
n[15]=g()[0]
class A:
    @staticmethod
    def f(self): pass
n[16]=g()[0]
class M(type): pass
n[17]=g()[0]
class X(metaclass=M): pass
n[18]=g()[0]
class E(Exception): pass
n[19]=g()[0]
try: raise E(1)
except E: pass
n[20]=g()[0]
class An:
    a: int
    b: str = 'x'
n[21]=g()[0]
def ann(a: int, b: str='x') -> None: pass
n[22]=g()[0]
ann.__annotations__
n[23]=g()[0]
def kw(a, *, b=1): pass
n[24]=g()[0]
kw(1, b=2)
n[25]=g()[0]
class S(A):
    def __init__(self): super().__init__(); self.x=1
n[26]=g()[0]
s=S()
n[27]=g()[0]
s=S()
n[28]=g()[0]
s.y=2
n[29]=g()[0]
print([b - a for a, b in zip(n, n[1:])][:29])
