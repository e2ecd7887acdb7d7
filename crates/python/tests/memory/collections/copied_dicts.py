# A dict that cannot be copied as a whole is made anew (since 3.15 not from the free list).
d = dict.fromkeys(range(30))
for i in range(28):
    del d[i]
x = {}, {}, {}
x = 1
d.copy()
x = 1
{**d}
x = 1
d | {}
x = 1
{} | d
x = 1
{} | {}
x = 1
x = {1: 2} | {}
x = 1
d |= {2: 3}
x = 1
