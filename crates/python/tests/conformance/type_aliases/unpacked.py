# A star before an alias.
starred = next(iter(tuple[int, str]))
print(starred, starred.__unpacked__, tuple[int].__unpacked__, starred.__typing_unpacked_tuple_args__)
print([*tuple[int, str]], starred == tuple[int, str], list[*tuple[int, str]], list[*tuple[int, str]].__args__)
print(tuple[int].__typing_unpacked_tuple_args__, list(tuple[int]), type(iter(tuple[int])).__name__)


def f(*args: *tuple[int, str]):
    pass


print(f.__annotations__)
