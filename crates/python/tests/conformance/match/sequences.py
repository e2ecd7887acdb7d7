def f(x):
    match x:
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"starts with 1, {rest}"
        case [_, _, *_] if len(x) > 4: return "long"
        case [first, *middle, last]: return f"{first} {middle} {last}"
        case _: return "no sequence"


for v in ([], [5], [1, 2, 3], (2, 3), range(6), "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, iter([1]), (1,), [[1, 2], 3], range(1)):
    print(f(v))
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)


class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i


print(f(Seq()))
match 1, 2:
    case x, y:
        print(x, y)
match 5,:
    case (x,):
        print(x)
