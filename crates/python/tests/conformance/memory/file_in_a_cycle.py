import gc
import warnings

warnings.simplefilter('always')


class Holder:
    pass


h = Holder()
h.file, h.me = open('two.txt', 'w'), h
del h
gc.collect()
print('end')
