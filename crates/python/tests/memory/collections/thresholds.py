import gc
gc.set_threshold(5)
print(gc.get_threshold()[1])
gc.set_threshold(7, 3, 2)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold(), gc.isenabled())
