# A comprehension's cell is made before the program's first line.
first = 1
functions = [lambda x: x + number for number in range(3)]
functions[0](1)
del functions
