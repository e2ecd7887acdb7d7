def fail():
    raise ValueError(3)


try:
    fail()
except ValueError as error:
    kept = error
try:
    [][8]
except IndexError:
    pass
sorted([1, 'a'])
