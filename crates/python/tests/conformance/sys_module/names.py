import sys

print(sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.getdefaultencoding())
print(sys.byteorder, sys.maxsize, sys.maxunicode, sys.float_repr_style, sys.platlibdir)
print(sys.implementation.name, sys.implementation.cache_tag, sys.implementation.version == sys.version_info)
print(sys.warnoptions, sys.is_finalizing(), sys.exc_info(), sys.exception())
print(type(sys.modules).__name__, sys.modules["sys"] is sys, sys.getrecursionlimit())
print(sys.hash_info.modulus == 2**61 - 1, sys.int_info.bits_per_digit, sys.flags.optimize)
print(sys.get_asyncgen_hooks())
