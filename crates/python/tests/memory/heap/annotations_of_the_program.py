# The namespace of the program has its annotations from the start, up to 3.13.
number = 1
print('__annotations__' in globals())
other: int = 2
third: str
