import gc


class Z:
    pass


class Y(Z):
    pass


z = Z()
Z.instance = z
del Z, Y, z
gc.collect()
print([c.__name__ for c in object.__subclasses__() if c.__name__ in ('Z', 'Y')])
