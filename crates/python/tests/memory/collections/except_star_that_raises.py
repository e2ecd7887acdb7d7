try:
    try:
        raise ExceptionGroup('group', [ValueError(None), TypeError(None), KeyError(3)])
    except* ValueError as group:
        zork
except Exception as error:
    print(type(error).__name__)
try:
    try:
        raise ExceptionGroup('group', [ValueError(None), TypeError(None), KeyError(3)])
    except* ValueError as group:
        pass
    except* KeyError as group:
        raise
except Exception as error:
    print(type(error).__name__)
