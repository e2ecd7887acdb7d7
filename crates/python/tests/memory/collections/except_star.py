# What except* makes on its way: lists, tuples of arguments, groups.
try:
    raise ValueError(1)
except* ValueError as group:
    pass
try:
    raise ExceptionGroup('x', [ValueError(1), TypeError(2)])
except* ValueError as group:
    pass
except* TypeError:
    pass
try:
    raise ExceptionGroup('x', [ValueError(1), ExceptionGroup('y', [ValueError(2), TypeError(1)])])
except* ValueError as group:
    pass
except* TypeError:
    pass
try:
    raise ExceptionGroup('x', [ValueError(1)])
except* (ValueError, TypeError):
    pass
try:
    try:
        raise ExceptionGroup('x', [ValueError(1)])
    except* TypeError:
        pass
except ExceptionGroup:
    pass
