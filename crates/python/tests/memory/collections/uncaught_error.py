pair = (1, 'a')


def fail():
    held = [pair]
    raise ValueError(held)


fail()
