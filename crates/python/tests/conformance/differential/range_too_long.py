numbers = range(-(2**63), 6)
for action in (lambda: list(numbers), lambda: [*numbers], lambda: tuple(numbers), lambda: sorted(numbers), lambda: len(numbers)):
    try:
        action()
    except OverflowError as error:
        print(error)
