import gc
class Tr: pass
for o in (Tr, Tr(), object(), type('S',(),{'__slots__':()})(), (lambda: 0), Tr().__init__, len, [].append, int, Tr.__dict__, Tr.__mro__, property(), classmethod(len), (lambda: 0).__code__, gc, super(Tr, Tr()), type('I',(int,),{})(), list[int], int|str, int.__add__, (1).__add__, list.append, Tr.__dict__['__dict__']):
    print(type(o).__name__, gc.is_tracked(o))
