# What comes as a tuple is passed on as it is; keywords come with a tuple of their names.
pair = (5, 6)
max(*pair)
print(*pair)
print(*pair, sep='-')
print(*'ab', sep='-', end='.\n')
isinstance(*(1, int))
numbers = []
numbers.insert(*(0, 1))
numbers.sort(**{'reverse': True})
'{}{}'.format(*pair)
{}.get(*pair)
vars(*(int,))
dict.__new__(*(dict,))
