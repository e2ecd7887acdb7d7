import gc


class A: pass


immortal = [None, (), int, 'name', 1, Ellipsis, b'', '', 'a']
base = [gc.get_freeze_count()]
gc.collect()
print(gc.get_freeze_count() - base[0], [gc.is_tracked(o) for o in immortal])
print([any(o is i for o in gc.get_objects()) for i in immortal], any(o is A for o in gc.get_objects())); gc.collect()
gc.freeze()
print(gc.get_freeze_count() > base[0], gc.get_count())
gc.collect(0); gc.collect(1); gc.collect(2)
print(gc.get_objects(0), gc.get_objects(1), gc.get_objects(2))
A.me = A(); del A, immortal
print(gc.collect())
