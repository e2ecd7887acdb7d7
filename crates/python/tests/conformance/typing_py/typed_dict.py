from typing import NotRequired, Required, TypedDict, is_typeddict


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Rated(Movie, total=False):
    stars: int
    by: Required[str]


m: Movie = {"title": "t"}
print(m, Movie(title="x", year=1), type(m), Movie.__annotations__)
print(sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__, is_typeddict(Movie))
Dyn = TypedDict("Dyn", {"a b": int})
print(Dyn.__annotations__, Dyn({"a b": 3}))
try:
    isinstance(m, Movie)
except TypeError as error:
    print(error)
