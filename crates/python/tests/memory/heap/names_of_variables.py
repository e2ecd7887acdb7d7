# A code makes the tuples of its variables' names when they are asked for first, and keeps them.
import gc

def outer(first, second):
    local = first
    def inner(): return local, second
    return inner

gc.collect()
code = outer.__code__
names = code.co_varnames
names = code.co_varnames
cells = code.co_cellvars
free = outer(1, 2).__code__.co_freevars
free = outer(1, 2).__code__.co_freevars
print(names, cells, free, code.co_varnames is names, code.co_cellvars is cells)
names = cells = None
names = code.co_varnames
del outer, code
names = None
