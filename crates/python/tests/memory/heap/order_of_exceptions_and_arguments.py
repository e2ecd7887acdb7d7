import gc


def order(make):
    gc.collect()
    gc.freeze()
    made = make()
    return [type(each).__name__ for each in gc.get_objects(0) if type(each) in (tuple, type(made))]


for kind in StopIteration, StopAsyncIteration, KeyError, OSError, ImportError, NameError, SystemExit:
    print(order(lambda: kind([])))


def generator():
    return ([],)
    yield


def value():
    try:
        next(generator())
    except StopIteration as stop:
        return stop


print(order(value))
