def fail(x):
    y = [x]
    raise ValueError(y)


try:
    fail([])
except ValueError as e:
    kept = e
tb = kept.__traceback__
kept = None
tb = None
