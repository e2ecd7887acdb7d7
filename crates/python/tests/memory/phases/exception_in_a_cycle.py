import gc


def fail():
    try:
        raise ValueError('kept')
    except ValueError as e:
        err = e


fail()
collected = gc.collect()
print(collected > 0)
