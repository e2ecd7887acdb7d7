# What converts, measures and iterates goes through a proxy as well; a proxy itself has no hash.
import gc
import weakref


class Number:
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __index__(self): return 1
    def __bool__(self): return False
    def __str__(self): return 'a number'
    def __len__(self): return 7
    def __contains__(self, item): return item == 'in'
    def __iter__(self): return iter('ab')
    def __reversed__(self): return 'reversed'
    def __bytes__(self): return b'bytes'


n = Number()
p = weakref.proxy(n)
print(int(p), float(p), [10, 20][p], bool(p), str(p), len(p), 'in' in p, list(p), reversed(p), bytes(p)); gc.collect()
p.attribute = 4
print(n.attribute, hasattr(p, 'missing'))
for use in (hash, round, complex, next):
    try:
        print(use(p))
    except TypeError as error:
        print(error)
del p.attribute
