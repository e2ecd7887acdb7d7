from typing import List, Optional, Union

print(Union[int], Union[int, int], Union[int, Union[str, int]], Optional[None], Optional[Optional[int]])
print(Union[int, str] == Union[str, int], Optional[int] == (int | None), List[int] | None, int | List[str])
print(hash(Union[int, str]) == hash(Union[str, int]), isinstance(3, Union[int, str]), List[int] is List[int])
for wrong in ("Union[()]", "Optional[int, str]", "Union[1, 2][3]", "Union()"):
    try:
        print(eval(wrong))
    except TypeError as error:
        print(error)
# conformance: not yet as 3.14, 3.15
