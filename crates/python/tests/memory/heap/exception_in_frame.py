def f(x):
    y = [x]
    raise ValueError(y)
try:
    f([])
except ValueError as e:
    a = e.args[0]
b = a
