# Strs of a set that collide come in the order in which the compiler put them in, which made the set anew meanwhile.
print({'ff', 'spam', 'aXbXc', 'ab', 'b'})
for text in {'zff', 'zspam', 'zaXbXc', 'zab', 'zb', 'x y', 'q'}:
    print(text, end=' ')
print()


def inside():
    print([text for text in {'value', 'name', 'key', 'item'}], {'zeta', 'eta', 'theta', 'iota', 'kappa'})


inside()
