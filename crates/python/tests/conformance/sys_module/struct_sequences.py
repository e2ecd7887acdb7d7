import sys, gc
t=type(sys.version_info)
print(t, t.__name__, t.__module__, t.__mro__, isinstance(sys.version_info, tuple))
print(sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info + (1,), len(sys.version_info), tuple(sys.version_info)==sys.version_info)
major, *rest = sys.version_info
print(major, rest, sys.version_info.releaselevel, hash(sys.version_info)==hash(tuple(sys.version_info)))
print(sys.int_info, sys.hash_info)
print(sys.float_info.max, sys.float_info.dig, t.n_fields, t.__match_args__)
for f in (lambda: t(), lambda: type(sys.float_info)((1, 2)), lambda: setattr(sys.flags, "debug", 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(type(sys.float_info)(range(11)), sys.version_info.__reduce__()[1], "%d.%d" % sys.version_info[:2])
match sys.version_info:
    case (3, minor, *_): print("minor", minor)
print(sys.getsizeof(sys.version_info), gc.is_tracked(sys.version_info), sys.flags.optimize, sys.flags.int_max_str_digits)
print(type(sys.implementation).__name__, sys.implementation.name)
