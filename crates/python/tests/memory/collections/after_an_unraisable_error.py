import gc
class b16:
    def __del__(self):
        raise ValueError(3)
x = 1
gc.collect()
b16()
t1 = (x,)
t1b = (x,)
t1c = (x,)
t2 = (x, x)
t2b = (x, x)
t2c = (x, x)
t3 = (x, x, x)
t3b = (x, x, x)
t4 = (x, x, x, x)
t4b = (x, x, x, x)
t5 = (x, x, x, x, x)
t6 = (x, x, x, x, x, x)
t7 = (x, x, x, x, x, x, x)
t8 = (x, x, x, x, x, x, x, x)
l1 = []
l2 = []
l3 = []
l4 = []
d1 = {}
d2 = {}
d3 = {}
d4 = {}
