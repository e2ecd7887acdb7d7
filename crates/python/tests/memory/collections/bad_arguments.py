import gc

for call in (lambda: gc.collect(3), lambda: gc.collect(-1),
             lambda: gc.set_threshold('a'), lambda: gc.set_debug('x'),
             lambda: gc.collect('a'), lambda: gc.get_objects(generation='a'), lambda: gc.get_count(1),
             lambda: gc.is_tracked(), lambda: gc.freeze(1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(gc.collect(generation=0), gc.isenabled(), gc.get_debug())
