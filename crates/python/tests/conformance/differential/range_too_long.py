# Since 3.14 a list is filled from a range that is too long to have a length.
# conformance: only as 3.12, 3.13
numbers = range(-(2**63), 6)
for action in (lambda: list(numbers), lambda: [*numbers], lambda: tuple(numbers), lambda: sorted(numbers), lambda: len(numbers)):
    try:
        action()
    except OverflowError as error:
        print(error)
