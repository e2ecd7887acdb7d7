# A frame that somebody holds takes over what its generator held.
def loops():
    yield 1
    for number in [1, 2]:
        yield number


def handles():
    try:
        yield 1
    except ValueError:
        pass
    for number in [4, 2]:
        yield number


generator = loops()
next(generator)
frame = generator.gi_frame
next(generator)
del generator
x = 1
del frame
generator = loops()
frame = generator.gi_frame
del generator
x = 1
generator = handles()
next(generator)
generator.throw(ValueError)
frame = generator.gi_frame
generator.close()
x = 1
