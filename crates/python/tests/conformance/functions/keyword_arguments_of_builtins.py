for call in (
    lambda: int("ff", base=16), lambda: sorted([3, 1], reverse=True), lambda: print(1, 2, sep="-", end="!\n"),
    lambda: max([1, 5], default=0), lambda: max([], default=None), lambda: sum([1], start=5), lambda: "a,b".split(sep=","),
    lambda: int(x=1), lambda: print(1, foo=2), lambda: sorted([1], cmp=1), lambda: len(), lambda: len(1, 2),
    lambda: abs(), lambda: isinstance(1), lambda: "a".join(), lambda: [].append(), lambda: {}.get(), lambda: [].pop(1, 2),
    lambda: "abc".upper(1), lambda: [].append(1, 2), lambda: dict(1, 2), lambda: list(1, 2), lambda: max(), lambda: max(1),
    lambda: range(), lambda: range(1, 2, 3, 4), lambda: enumerate(), lambda: zip(1), lambda: bool(x=1), lambda: tuple(a=1),
    lambda: round(), lambda: pow(2), lambda: divmod(1), lambda: [].sort(1), lambda: "".format(), lambda: chr(), lambda: object(1),
):
    try:
        print(repr(call()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
