from typing import Dict, List, Mapping


class Rows(List[int]):
    pass


class Fixed(Mapping[str, int]):
    def __getitem__(self, key):
        return 1

    def __iter__(self):
        return iter("ab")

    def __len__(self):
        return 2


print(Rows([1, 2]), Rows.__mro__, Rows.__orig_bases__, dict(Fixed()))
for wrong in ("List()", "List[int]()", "isinstance([], List[int])", "List[int, str]", "Dict[int]"):
    try:
        eval(wrong)
    except TypeError as error:
        print(error)
print(isinstance([], List), issubclass(dict, Dict))
