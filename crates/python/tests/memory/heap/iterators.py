from itertools import chain, count, cycle, islice, repeat

l = [[], {}]
i = iter(l)
e, z, m = enumerate(l), zip(l, l), map(id, l)
first = next(i)
pair = next(e)
both = next(z)
r = reversed(l)
c, k, s = chain(l, l), cycle(l), islice(l, 1)
x = next(c), next(k)
t = repeat(l, 2)
f = filter(None, l)
del l, i
end = 1
