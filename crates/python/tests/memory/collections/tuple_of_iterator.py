# A tuple of an iterator is made before its items: with room for ten, or for as many as there are said to be.
letters = ["a", "b"]
none = tuple(x for x in [])
two = tuple(x for x in letters)
two = tuple(iter(letters))
two = tuple(letters)
del two
ten = tuple(x for x in "0123456789")
del ten
two = tuple(map(str, letters))
