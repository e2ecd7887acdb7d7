match [[1], 2]:
    case [int(), *_]:
        print('a number')
    case [list() as first, *rest] if rest:
        print(first, rest)
    case _:
        print('neither')
match ([1], [2]):
    case [a, b, c]:
        pass
    case [a, b]:
        a.append(b)
