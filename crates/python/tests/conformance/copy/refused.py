import copy
import sys

for value in ((x for x in ()), sys):
    for function in (copy.copy, copy.deepcopy):
        try:
            function(value)
        except TypeError as error:
            print(error)


class NoCopy:
    def __reduce_ex__(self, protocol):
        raise RuntimeError(f"not by {protocol}")


try:
    copy.copy(NoCopy())
except RuntimeError as error:
    print(error)
print(copy.Error.__mro__[:2], copy.error is copy.Error)
