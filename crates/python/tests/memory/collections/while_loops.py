# Up to 3.13 the condition of a while loop stands at its end as well, and nothing looks where it ends the loop.
import gc

gc.set_threshold(4)
for turn in range(3):
    again = True
    a = None
    while again:
        a = {1}, {2}, {3}, {4}, {5}, {6}
        again = False
    b = 1
    items = [1, 2]
    while items:
        a = {1}, {2}, {3}
        del items[0]
    b = 2
gc.set_threshold(0)
