# Whoever survives a collection moves up one generation.
import gc

gc.collect()
gc.disable()
elder = ["here since the start"]
gc.collect(0)
gc.collect(1)
adult = ["came second"]
gc.collect(0)
child = ["came last"]
print("three lists, three generations")
gc.collect(0)
gc.collect()
print("all of them are old now")
