# What a partial is made of, in the collector's order.
import functools

p = functools.partial(print, 1)
x = 1
q = functools.partial(p, 2, sep='')
x = 1
r = functools.partial(print)
x = 1
s = functools.partial(q, end='')
x = 1
